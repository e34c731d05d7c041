"""From a client file and its assessment to the chart the timeline shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from cec_desktop.casefile.dates import Edge
from cec_desktop.casefile.model import CaseFile, Item, Job
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import JobWork
from cec_desktop.rules.results import results_of
from cec_desktop.rules.rulebook import in_force, load_rulebook
from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Bar, Chart, Chip, Key, Lane
from cec_desktop.ui.timeline.held_bars import (
    gap_bars,
    name_of_test,
    result_bar,
    status_bar,
    study_bar,
    study_name,
)
from cec_desktop.ui.timeline.work_bars import job_bar, job_name

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words

ItemT = TypeVar("ItemT", bound=Item)

_MONTHS_A_YEAR: Final = 12
_UNDATED_TEST: Final = "written_evidence"
"""Evidence that needs no date and does not age."""


def chart_of(view: CaseView, _: Words, dragged: Key | None = None) -> Chart:
    """Everything the timeline shows of a file, in the language of the words; `dragged` is being dragged."""
    case, assessment = view.case, view.assessment
    membership = assessment.membership
    window = membership.window
    application = case.application
    return Chart(
        file_number=case.file_number,
        on=assessment.on,
        today=assessment.today,
        on_fixed=application is not None
        and application.submitted is True
        and application.received_on is not None,
        window=None if window is None else (window.start.toordinal(), window.end.toordinal() + 1),
        window_months=0 if window is None else _months(window.start, assessment.on),
        bars=tuple(sorted(_bars(view, dragged, _), key=lambda bar: (bar.lane, bar.first, -bar.after))),
        chips=tuple(_chips(case, _)),
        counted=None if membership.hours is None else membership.hours.counted,
    )


def key_of(list_name: str, index: int, item: Item) -> Key:
    """The key of an entry: its id, else its place."""
    return Key(list_name, item.id or f"{list_name}[{index}]")


def item_of(case: CaseFile, key: Key) -> Item | None:
    """The entry of a key; None when the file has none such (any more)."""
    items: tuple[Item, ...] = getattr(case, key.list_name, ())
    return next((item for index, item in enumerate(items) if key_of(key.list_name, index, item) == key), None)


def work_of(view: CaseView, key: Key) -> JobWork | None:
    """What the assessment says of a job's days."""
    for index, job in enumerate(view.case.jobs):
        if key_of(Lane.WORK.list_name, index, job) == key:
            return next((work for work in view.assessment.membership.work if work.index == index), None)
    return None


def _bars(view: CaseView, dragged: Key | None, _: Words) -> Iterator[Bar]:
    case, assessment = view.case, view.assessment
    statuses = [
        bar for key, status in _keyed(case.statuses, Lane.STATUS) if (bar := status_bar(key, status, _))
    ]
    works = {work.index: work for work in assessment.membership.work}
    jobs = [
        bar
        for index, (key, job) in enumerate(_keyed(case.jobs, Lane.WORK))
        if (bar := job_bar(key, job, works.get(index), assessment.today, _, dragged=key == dragged))
    ]
    yield from statuses
    yield from jobs
    yield from gap_bars(statuses, jobs, _)
    yield from (bar for key, study in _keyed(case.studies, Lane.STUDY) if (bar := study_bar(key, study, _)))
    book = load_rulebook()
    age = in_force(book.test_ages, assessment.on)
    for (key, _test), result in zip(
        _keyed(case.language_tests, Lane.TESTS), results_of(case, book), strict=True
    ):
        if bar := result_bar(key, result, age, assessment.on, _):
            yield bar


def _keyed(items: tuple[ItemT, ...], lane: Lane) -> Iterator[tuple[Key, ItemT]]:
    for index, item in enumerate(items):
        yield key_of(lane.list_name, index, item), item


def _chips(case: CaseFile, _: Words) -> Iterator[Chip]:
    """What lacks a day: entries, and leaves of jobs."""
    undated = _("no start date")
    for key, status in _keyed(case.statuses, Lane.STATUS):
        if status.start is None:
            name = wording.status_name(status.kind, _)[0]
            yield _chip(Lane.STATUS, key, name, undated, _, end=status.end)
    for key, job in _keyed(case.jobs, Lane.WORK):
        if job.start is None:
            yield _chip(Lane.WORK, key, job_name(job, _), undated, _, end=job.end)
        yield from _undated_leaves(key, job, _)
    for key, study in _keyed(case.studies, Lane.STUDY):
        if study.start is None:
            yield _chip(Lane.STUDY, key, study_name(study, _), undated, _, end=study.end)
    yield from _undated_tests(case, _)


def _undated_leaves(key: Key, job: Job, _: Words) -> Iterator[Chip]:
    for number, leave in enumerate(job.leaves):
        if leave.start is None:
            name = _("Leave from {job}", job=job_name(job, _))
            yield _chip(Lane.WORK, key, name, _("no start date"), _, end=leave.end, leave=number)


def _undated_tests(case: CaseFile, _: Words) -> Iterator[Chip]:
    for key, test in _keyed(case.language_tests, Lane.TESTS):
        if test.result_date is None:
            lacks = "" if test.test == _UNDATED_TEST else _("no result date")
            yield _chip(Lane.TESTS, key, name_of_test(test.test, _), lacks, _)


def _chip(
    lane: Lane,
    key: Key,
    name: str,
    lacks: str,
    _: Words,
    *,
    end: Edge | None = None,
    leave: int | None = None,
) -> Chip:
    text = f"{name}, {lacks}" if lacks else name
    return Chip(lane, key, text, f"{wording.entry_name(lane, _)}, {text}", end, leave)


def _months(start: date, on: date) -> int:
    """Months from the start of the window to the day, which are whole by the law."""
    return (on.year - start.year) * _MONTHS_A_YEAR + on.month - start.month
