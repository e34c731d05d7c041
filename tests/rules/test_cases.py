"""Worked cases, each with its source: what officials, courts and practitioners answered, as whole files.

A story of ``tests/cases`` names the day, what is expected on it and where the answer comes from. Figures
before 2013 are those of the stream named by ``of_stream``, whichever stream the result speaks of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.assess import assess
from cec_desktop.rules.findings import Assessment, Finding, Outcome
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw
from tests.oracle.compare import differences
from tests.oracle.naive import Naive, Tally

Story = dict[str, Any]

TODAY = date(2026, 11, 22)
STORIES: list[Story] = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent.parent / "cases").glob("*.json"))
]
DAYS = [
    pytest.param(story, expected, id=f"{story['id']}, {expected['on']}: {story['title']}")
    for story in STORIES
    for expected in story["expect"]
]


def test_every_story_has_its_source_and_a_name_of_its_own() -> None:
    assert len(STORIES) == len({story["id"] for story in STORIES}) >= 57
    assert all(story["source"]["refs"] and story["source"]["sure"] in "ABCD" for story in STORIES)


@pytest.mark.parametrize(("story", "expected"), DAYS)
def test_the_answer_is_that_of_the_source(story: Story, expected: Story) -> None:
    case = checked_case_from_raw(story["case"])
    on = date.fromisoformat(expected["on"])
    said = assess(case, on, TODAY, load_rulebook())

    for name, value in expected.items():
        CHECKS[name](value, case, said, expected)


@pytest.mark.parametrize(("story", "expected"), DAYS)
def test_the_slow_count_agrees(story: Story, expected: Story) -> None:
    case = checked_case_from_raw(story["case"])
    on = date.fromisoformat(expected["on"])

    assert differences(case, on, assess(case, on, TODAY, load_rulebook()), Naive(case)) == []


Check = Callable[[Any, CaseFile, Assessment, Story], None]


def _cec(outcome: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.membership.outcome == outcome


def _intake(outcome: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.intake.outcome == outcome


def _stream(stream: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.membership.stream == stream


def _respond_by(day: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.intake.respond_by == date.fromisoformat(day)


def _advisories(ids: list[str], case: CaseFile, said: Assessment, expected: Story) -> None:
    assert set(ids) <= {advisory.id for advisory in (*said.advisories, *said.membership.advisories)}


def _figures(case: CaseFile, said: Assessment, expected: Story) -> Tally:
    """The stream the source gives figures of: recounted, and what the engine says when it speaks of it."""
    judgement = Naive(case).on(said.on)
    stream = expected.get("of_stream")
    tally = next(tally for tally in judgement.tallies if tally.stream.name == stream)
    hours, window = said.membership.hours, said.membership.window
    assert hours is not None
    assert window is not None
    if hours.stream == stream:
        assert (hours.counted, hours.required) == (tally.counted, tally.required)
        assert (window.start, window.end) == (tally.start, tally.end)
    return tally


def _counted(hours: float, case: CaseFile, said: Assessment, expected: Story) -> None:
    # Sources print one or two decimals.
    assert float(_figures(case, said, expected).counted) == pytest.approx(hours, abs=0.051)


def _required(hours: int, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert _figures(case, said, expected).required == hours


def _window(days: list[str], case: CaseFile, said: Assessment, expected: Story) -> None:
    tally = _figures(case, said, expected)
    assert [tally.start.isoformat(), tally.end.isoformat()] == days


def _margin_days(days: int, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.membership.margin_days == days


def _required_clb(level: int, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.membership.language is not None
    assert said.membership.language.required_clb == level


def _achieved_clb(level: int, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.membership.language is not None
    assert said.membership.language.achieved_clb == level


def _earliest(day: str | None, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.dates.earliest == (day and date.fromisoformat(day))


def _earliest_between(days: list[str], case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.dates.earliest is not None
    assert days[0] <= said.dates.earliest.isoformat() <= days[1]


def _last(day: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    assert said.dates.last == date.fromisoformat(day)


def _unmet(ids: list[str], case: CaseFile, said: Assessment, expected: Story) -> None:
    unmet = {each.id for each in _all(said.membership.conditions) if each.outcome is Outcome.NOT_MET}
    assert set(ids) <= unmet


def _not_counted(jobs: dict[str, dict[str, str]], case: CaseFile, said: Assessment, expected: Story) -> None:
    for place, days in jobs.items():
        for day, reason in days.items():
            counts, reasons = _fate(said, place, date.fromisoformat(day))
            assert (counts, reason in reasons) == (False, True), (place, day, reasons)


def _counted_until(day: str, case: CaseFile, said: Assessment, expected: Story) -> None:
    last = date.fromisoformat(day)
    assert _fate(said, "jobs[0]", last)[0]
    assert not _fate(said, "jobs[0]", last + timedelta(days=1))[0]


def _fate(said: Assessment, place: str, day: date) -> tuple[bool, set[str]]:
    work = next(work for work in said.membership.work if work.job == place)
    period = next(period for period in work.periods if period.start <= day <= period.end)
    return period.counts, {reason.id for reason in period.reasons}


def _all(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _all(finding.conditions)


def _nothing(value: object, case: CaseFile, said: Assessment, expected: Story) -> None:
    """Read elsewhere."""


CHECKS: dict[str, Check] = {
    "on": _nothing,
    "of_stream": _nothing,
    "cec": _cec,
    "intake": _intake,
    "stream": _stream,
    "respond_by": _respond_by,
    "advisories": _advisories,
    "counted": _counted,
    "required": _required,
    "window": _window,
    "margin_days": _margin_days,
    "required_clb": _required_clb,
    "achieved_clb": _achieved_clb,
    "earliest": _earliest,
    "earliest_between": _earliest_between,
    "last": _last,
    "unmet": _unmet,
    "not_counted": _not_counted,
    "counted_until": _counted_until,
}
