"""Finding client files by words, whatever the case and accents.

Both the index and the question are folded to plain letters here, because SQLite's own tokenizer takes
off combining marks only: it would not find Łukasz by "lukasz" nor œuvre by "oeuvre".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from cec_desktop.casefile.model import (
    CaseFile,
    Child,
    Client,
    HistoryPeriod,
    Job,
    Spouse,
    StatusPeriod,
    Study,
)

# Letters that are letters of their own and do not decompose.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "n", "ŧ": "t", "ɨ": "i", "ƀ": "b", "ƶ": "z", "ə": "e", "ĸ": "k",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")

_FORGET = text("DELETE FROM case_search WHERE rowid = :row")
_REMEMBER = text(
    "INSERT INTO case_search (rowid, names, number, employers, institutions, notes) "
    "VALUES (:row, :names, :number, :employers, :institutions, :notes)"
)


def fold(words: str) -> str:
    """Text without case, accents and ligatures: ``Łukasz`` becomes ``lukasz``, ``Cœur`` ``coeur``."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.translate(_LETTERS)


def query(words: str) -> str:
    """The index's question for what a person typed: every word, each as the start of one; "" for nothing."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(fold(words)))


def index_case(session: Session, row: int, case: CaseFile) -> None:
    """Replace what the index holds of one client file."""
    session.execute(_FORGET, {"row": row})
    session.execute(_REMEMBER, {"row": row, **_columns(case)})


def forget_case(session: Session, row: int) -> None:
    """Take one client file out of the index."""
    session.execute(_FORGET, {"row": row})


def _columns(case: CaseFile) -> dict[str, str]:
    found = {
        "names": _names(case),
        "number": iter((case.file_number,)),
        "employers": _employers(case),
        "institutions": _institutions(case),
        "notes": _notes(case),
    }
    return {column: fold("\n".join(part for part in parts if part)) for column, parts in found.items()}


def _people(case: CaseFile) -> tuple[Client | Spouse | Child, ...]:
    spouse = (case.spouse,) if case.spouse else ()
    return (case.client, *spouse, *case.children)


def _jobs(case: CaseFile) -> tuple[Job, ...]:
    return case.jobs + (case.spouse.jobs if case.spouse else ())


def _studies(case: CaseFile) -> tuple[Study, ...]:
    return case.studies + (case.spouse.studies if case.spouse else ())


def _statuses(case: CaseFile) -> tuple[StatusPeriod, ...]:
    return case.statuses + (case.spouse.statuses if case.spouse else ())


def _names(case: CaseFile) -> Iterator[str | None]:
    for person in _people(case):
        yield person.family_name
        yield person.given_names
        yield None if isinstance(person, Child) else person.other_names


def _employers(case: CaseFile) -> Iterator[str | None]:
    yield from (job.employer for job in _jobs(case))
    yield from (status.employer for status in _statuses(case))
    yield case.job_offer.employer if case.job_offer else None


def _institutions(case: CaseFile) -> Iterator[str | None]:
    yield from (study.institution for study in _studies(case))
    yield from (entry.institution for entry in case.education)


def _with_notes(case: CaseFile) -> tuple[Job | Study | StatusPeriod | HistoryPeriod, ...]:
    return (*_jobs(case), *_studies(case), *_statuses(case), *case.history)


def _notes(case: CaseFile) -> Iterator[str | None]:
    yield case.notes
    for entry in _with_notes(case):
        yield entry.note
