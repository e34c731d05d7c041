"""The demonstration's clients and files out of thin air: every one of them prints."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import read_case
from cec_desktop.resources import resource
from tests.reports import factory, reading
from tests.strategies import case_files, working_cases

DEMO = sorted(resource("demo").glob("*.json"))


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_every_demonstration_client_gets_a_summary(path: Path) -> None:
    file = read_case(path.read_text(encoding="utf-8"))
    content = factory.pdf(file, "both", "a4")
    text = reading.words(content)
    assert 2 <= len(reading.pages(content)) <= 4
    assert file.client.family_name.upper() in text
    assert not re.search(r"\{\w*\}", text)
    assert all(reading.fonts(content).values())


def test_there_are_demonstration_clients() -> None:
    assert len(DEMO) >= 8


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(working_cases())
def test_any_working_life_prints(file: CaseFile) -> None:
    assert _whole(factory.pdf(file))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(case_files())
def test_any_sound_file_prints(file: CaseFile) -> None:
    assert _whole(factory.pdf(file, "fr", "a4"))


def _whole(content: bytes) -> bool:
    return (
        content.startswith(b"%PDF-1.7")
        and content.rstrip().endswith(b"%%EOF")
        and b"Helvetica" not in content
    )


@pytest.mark.parametrize(
    "day", ["2007-01-01", "2010-07-01", "2012-06-30", "2014-05-01", "2016-03-01", "2030-01-01"]
)
def test_every_version_of_the_class_prints(day: str) -> None:
    on = date.fromisoformat(day)
    text = reading.words(factory.pdf(factory.okafor(application_date=day), "both"))
    assert str(on) in text
