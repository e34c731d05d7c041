"""What only tables can say of a client file: whether its NOC codes exist, its scores are on their scale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cec_desktop.casefile.checks import (
    ABILITIES,
    LEVEL_KINDS,
    PEOPLE,
    Placed,
    Raw,
    day_of,
    items,
    number_of,
    part,
)
from cec_desktop.casefile.message import Arg, Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import EditRefused, Found, Path, in_file_order
from cec_desktop.casefile.reading import case_from_raw, case_to_raw, read_case
from cec_desktop.rules.language import Scale, load_language
from cec_desktop.rules.noc import load_noc

if TYPE_CHECKING:
    from cec_desktop.casefile.edits import Edit  # what only reads does not wait for it

_TWO_COLUMNS = "tef_canada"
_SINGLE_CODES: tuple[Path, ...] = (
    ("job_offer", "noc"),
    ("certificate_of_qualification", "noc"),
    ("primary_occupation",),
)


def read_checked_case(text: str | bytes) -> CaseFile:
    """The client file of a JSON text, checked by the tables too.

    Raises:
        CaseFileError: with every problem of the text, in its order.
    """
    return read_case(text, table_problems)


def checked_case_from_raw(raw: object) -> CaseFile:
    """The client file of plain values, checked by the tables too.

    Raises:
        CaseFileError: with every problem of the values, in their order.
    """
    return case_from_raw(raw, table_problems)


def checked_edit(edit: Edit, case: CaseFile) -> CaseFile:
    """The file after an edit, checked by the tables too.

    What the tables already held against the file before does not keep it from being edited.

    Raises:
        EditRefused: the edit makes a file that is not sound.
    """
    edited = edit.change(case)
    raw = case_to_raw(edited)
    found = list(table_problems(raw))
    if found:
        known = {each.message for each in table_problems(case_to_raw(case))}
        fresh = [each for each in found if each.message not in known]
        if fresh:
            raise EditRefused(in_file_order(raw, fresh))
    return edited


def table_problems(raw: Raw) -> Iterator[Found]:
    """Codes that their edition does not have, editions not held, and scores off the scale of their test."""
    for path in _SINGLE_CODES:
        yield from _code_problems(path, part(raw, *path))
    for where, _ in PEOPLE:
        person = part(raw, *where)
        for path, job in items(person, where, "jobs"):
            yield from _code_problems((*path, "noc"), part(job, "noc"))
            for place, code in items(job, path, "noc_also"):
                yield from _code_problems(place, code)
        for placed in items(person, where, "language_tests"):
            yield from _score_problems(placed)


def _code_problems(path: Path, noc: Raw) -> Iterator[Found]:
    version, code = noc.get("version"), noc.get("code")
    if not isinstance(version, str):
        return
    tables = load_noc()
    if not tables.has_edition(version):
        yield Found((*path, "version"), message("noc_version_unknown", held=tables.editions))
    elif isinstance(code, str) and not tables.has(version, code):
        yield Found((*path, "code"), message("noc_code_unknown", version=version))


def _score_problems(placed: Placed) -> Iterator[Found]:
    path, test = placed
    kind, column = test.get("test"), test.get("tef_scale", "former")
    charts = load_language()
    if kind in LEVEL_KINDS or kind not in {each.id for each in charts.tests()}:
        return
    day = day_of(test, "test_date") or day_of(test, "result_date")
    yield from _off_scale(path, test, str(kind), column if isinstance(column, str) else None, day)
    if kind == _TWO_COLUMNS:
        yield from _off_scale((*path, "former"), part(test, "former"), _TWO_COLUMNS, "former", day)


def _off_scale(path: Path, scores: Raw, kind: str, column: str | None, day: date | None) -> Iterator[Found]:
    for ability in ABILITIES:
        given = scores.get(ability)
        score = given if isinstance(given, str) else number_of(scores, ability)
        if score is None:
            continue
        scale = load_language().scale_problem(kind, ability, score, tef_scale=column, test_date=day)
        if scale is not None:
            yield Found((*path, ability), _scale_message(scale))


def _scale_message(scale: Scale) -> Message:
    if scale.codes:
        return message("score_off_codes", codes=tuple(_shown(code) for code in scale.codes))
    lowest, highest, step = _shown(scale.lowest), _shown(scale.highest), _shown(scale.step or 1)
    return message("score_off_scale", lowest=lowest, highest=highest, step=step)


def _shown(score: int | Decimal | str) -> Arg:
    if isinstance(score, Decimal):
        return int(score) if score == int(score) else Fraction(score)
    return score
