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

from cec_desktop.casefile.model import CaseFile, Child, Client, Job, Spouse, StatusPeriod, Study
from cec_desktop.casefile.reading import case_to_raw

# Letters that are letters of their own and do not decompose.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "n", "ŧ": "t", "ɨ": "i", "ƀ": "b", "ƶ": "z", "ə": "e", "ĸ": "k",
    }
)  # fmt: skip
INDEX = 2
"""Which texts the index holds; another number has the index of an older program made anew."""
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_WORD = re.compile(r"[^\W_]+")

# Ids and the words of choices, which are the same in every file, find nothing anybody looks for.
_NO_TEXTS = {"id", "format", "kind", "test", "level", "credential", "institution_kind", "tef_scale", "sex"}
_FORGET = text("DELETE FROM case_search WHERE rowid = :row")
_SECURE = text("INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', :on)")
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
    add_to_index(session, row, case)


def add_to_index(session: Session, row: int, case: CaseFile) -> None:
    """Index one client file of which the index holds nothing."""
    session.execute(_REMEMBER, {"row": row, **_columns(case)})


def clear_index(session: Session) -> None:
    """Take every client file out of the index, to be followed by :func:`settle_index`.

    Overwriting each word as it goes, as for a deleted client, would take minutes for ten thousand files.
    """
    session.execute(_SECURE, {"on": 0})
    session.execute(text("DELETE FROM case_search"))


def settle_index(session: Session) -> None:
    """Put the index in order: nothing of what was taken out is left in it."""
    session.execute(text("INSERT INTO case_search (case_search) VALUES ('optimize')"))
    session.execute(_SECURE, {"on": 1})


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


def _notes(case: CaseFile) -> Iterator[str | None]:
    """Every other text of the file: titles, programs, documents, contact, codes, tags, notes; no dates."""
    yield from _texts(case_to_raw(case))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):  # its parts would be found by any number typed
            yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _NO_TEXTS:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
