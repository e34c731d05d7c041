"""Everything the case file says has a sentence in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from cec_desktop.casefile import model, reading
from cec_desktop.casefile.edits import SPLITTABLE
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile, Client, Item, Period
from cec_desktop.casefile.reading import CaseFileError, read_case
from cec_desktop.i18n.case_messages import CASE_MESSAGES
from cec_desktop.i18n.messages import sentences
from cec_desktop.i18n.words import LANGUAGES, Language, words

PACKAGE = Path(model.__file__).parent
SOURCES = [
    *sorted(PACKAGE.glob("*.py")),
    *(PACKAGE.parent / "rules" / f"{name}.py" for name in ("validation", "warnings")),
]
MAKERS = {"message", "_error", "_warning"}


def ids_in(path: Path) -> Iterator[str]:
    """Message ids written out whole in the calls of a module; those put together are tested below."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            given = node.args[1] if node.func.id == "_warning" else node.args[0]
            choices = (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)
            for choice in choices:
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                    yield choice.value


def list_names() -> Iterator[str]:
    for holder in (CaseFile, Client):
        for name, field in holder.model_fields.items():
            item = next(iter(get_args(field.annotation)), None)
            if isinstance(item, type) and issubclass(item, Item):
                yield name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_id_has_its_sentence(path: Path) -> None:
    assert [used for used in ids_in(path) if used not in sentences()] == []


def test_the_ids_of_a_module_are_found() -> None:
    found = {path.stem: set(ids_in(path)) for path in SOURCES}

    assert {"noc_version_form", "noc_code_form", "version_newer"} <= found["reading"]
    assert "hours_out_of_range" in found["fields"]
    assert {"job_without_status", "over_60_hours"} <= found["warnings"]


def test_every_kind_of_wrong_field_has_its_sentence() -> None:
    assert {*reading._TYPES.values(), *reading._OWN_TYPES} <= CASE_MESSAGES.keys()


@pytest.mark.parametrize("verb", ["add", "change", "remove", "duplicate"])
def test_every_list_can_be_edited_by_name(verb: str) -> None:
    names = set(list_names())

    assert {"jobs", "children", "police"} <= names
    assert {f"{verb}_{name}" for name in names} <= CASE_MESSAGES.keys()


def test_every_period_can_be_moved_by_name() -> None:
    periods = {"statuses", "jobs", "absences", "studies", "history"}

    assert {name for name in list_names() if name in periods} == periods
    assert all(f"move_{name}" in CASE_MESSAGES for name in periods)
    assert all(f"split_{name.split('.')[-1]}" in CASE_MESSAGES for name in SPLITTABLE)
    assert issubclass(model.Absence, Period)


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("status", get_args(model.StatusKind)),
        ("test", get_args(model.TestKind)),
        ("education", get_args(model.EducationLevel)),
    ],
)
def test_every_kind_has_a_name(prefix: str, codes: tuple[str, ...]) -> None:
    assert [code for code in codes if f"{prefix}_{code}" not in sentences()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_in_both_languages(language: Language) -> None:
    for message_id, source in CASE_MESSAGES.items():
        fields = {name: "X" for _, name, _, _ in Formatter().parse(source) if name}

        said = words(language).message(Message(message_id, tuple(fields.items())))

        assert "{" not in said
        assert said.count("X") == source.format_map(fields).count("X")


def test_a_refused_file_reads_as_lines_of_place_and_words() -> None:
    with pytest.raises(CaseFileError) as refused:
        read_case(
            '{"format": "cec-case", "version": 1, "client": {"date_of_birth": "1990-02-30"}, '
            '"statuses": [{"kind": "x"}]}'
        )

    def lines(language: Language) -> list[str]:
        _ = words(language)
        return [f"{problem.place}: {_.message(problem.message)}" for problem in refused.value.problems]

    assert lines("en")[:3] == [
        "file_number: is missing",
        "client.family_name: is missing",
        "client.date_of_birth: is not a day of the calendar, written YYYY-MM-DD",
    ]
    assert lines("en")[3].startswith(
        'statuses[0].kind: is "x", which is none of: work_permit, open_work_permit'
    )
    assert lines("fr")[:3] == [
        "file_number: manque",
        "client.family_name: manque",
        "client.date_of_birth: n’est pas un jour du calendrier, écrit AAAA-MM-JJ",
    ]


def test_an_edit_reads_as_a_sentence() -> None:
    name = message("edit_of_item", edit=message("move_jobs"), item="Harbour Analytics")

    assert words("en").message(name) == "Move job: Harbour Analytics"
    assert words("fr").message(name) == "Déplacer l’emploi\u00a0: Harbour Analytics"
