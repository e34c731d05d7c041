"""Statuses, studies and test results as bars, and the days for which no status is entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import Period, StatusPeriod, Study
from cec_desktop.rules.language import load_language
from cec_desktop.rules.person import NEVER
from cec_desktop.rules.results import Result
from cec_desktop.rules.rulebook import TestAge
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Bar, Dress, Key, Lane, Names, Stretch
from cec_desktop.ui.timeline.scale import LAST

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words

GAP: Final = "gap:"
"""Before the first day in the key of a stretch for which no status is entered."""


def status_bar(key: Key, status: StatusPeriod, _: Words) -> Bar | None:
    """The bar of a status; None where its start is not known."""
    name, short = wording.status_name(status.kind, _)
    names = Names(name, short, note=status.employer or "", joint=", ", **_outside(name, status, _))
    dress = Dress.DASHED if status.kind == "maintained" else Dress.SOLID
    return _period_bar(Lane.STATUS, key, status, names, dress, _)


def study_bar(key: Key, study: Study, _: Words) -> Bar | None:
    """The bar of a study; None where its start is not known."""
    notes = {True: _("full-time"), False: _("part-time"), None: _("full-time or not: not known")}
    name = study_name(study, _)
    names = Names(name, note=notes[study.full_time], **_outside(name, study, _))
    return _period_bar(
        Lane.STUDY, key, study, names, Dress.HOLLOW if study.full_time is False else Dress.SOLID, _
    )


def study_name(study: Study, _: Words) -> str:
    """What a study is called: its program, else where it is."""
    return study.program or study.institution or _("Study without a name")


def name_of_test(kind: str, _: Words) -> str:
    """What a test is called."""
    return _(wording.TEST_NAMES[kind])


def result_bar(key: Key, result: Result, age: TestAge, on: date, _: Words) -> Bar | None:
    """The bar of a test result: the days it holds under the law of a day; None where it has no date."""
    day, last = result.test.result_date, result.last(age)
    if day is None or last is None:
        return None
    end = None if last >= NEVER else date.fromordinal(last)
    expired = last < on.toordinal()
    notes = [note for note in (_level(result, _), _("expired") if expired else "") if note]
    names = _result_names(result, day, end, notes, _)
    said = (wording.entry_name(Lane.TESTS, _), names.name, *notes, wording.span_words(day, end, _))
    first, after = day.toordinal(), LAST if end is None else last + 1
    return Bar(
        lane=Lane.TESTS,
        key=key,
        first=first,
        after=after,
        start=day,
        end=end,
        names=names,
        said=", ".join(said),
        dress=Dress.HOLLOW if expired else Dress.SOLID,
        stretches=(Stretch(first, after, None),),
        goes_on=end is None,
        marked=True,
    )


def _result_names(result: Result, day: date, end: date | None, notes: list[str], _: Words) -> Names:
    name = name_of_test(result.test.test, _)
    return Names(
        name,
        note=" · ".join(notes),
        past=wording.past_words(name, end, _),
        coming=wording.coming_words(name, day, _),
    )


def gap_bars(statuses: Iterable[Bar], jobs: Iterable[Bar], _: Words) -> Iterator[Bar]:
    """Days between statuses for which nothing is entered, and days of work that wait for a status."""
    held = sorted((bar.first, bar.after) for bar in statuses)
    if not held:
        return
    wanted = [(held[0][0], max(after for _first, after in held))]
    wanted += [(s.first, s.after) for bar in jobs for s in bar.stretches if s.fill is Fill.NOT_KNOWN]
    for first, after in _uncovered(wanted, held):
        days = wording.days_words(after - first, _)
        yield Bar(
            lane=Lane.STATUS,
            key=Key(Lane.STATUS.list_name, f"{GAP}{first}"),
            first=first,
            after=after,
            start=date.fromordinal(first),
            end=date.fromordinal(after - 1),
            names=Names(_("Nothing entered"), _.pgettext("short", "Nothing")),
            said=", ".join((_("Nothing entered"), wording.range_words(first, after, _), days)),
            dress=Dress.GAP,
            stretches=(Stretch(first, after, Fill.NOT_KNOWN),),
        )


def _level(result: Result, _: Words) -> str:
    level = result.levels.minimum
    if level is None:
        return ""
    language = load_language().test_language(result.test.test) or result.test.language
    return _("NCLC {level}", level=level) if language == "fr" else _("CLB {level}", level=level)


def _outside(name: str, period: Period, _: Words) -> dict[str, str]:
    """What the period is called at the view's edge."""
    return {
        "past": wording.past_words(name, period.end, _),
        "coming": wording.coming_words(name, period.start, _),
    }


def _period_bar(lane: Lane, key: Key, period: Period, names: Names, dress: Dress, _: Words) -> Bar | None:
    if period.start is None:
        return None
    first = earliest(period.start).toordinal()
    after = LAST if period.end is None else latest(period.end).toordinal() + 1
    said = (
        wording.entry_name(lane, _),
        names.name,
        *((names.note,) if names.note else ()),
        wording.span_words(period.start, period.end, _),
    )
    return Bar(
        lane=lane,
        key=key,
        first=first,
        after=after,
        start=period.start,
        end=period.end,
        names=names,
        said=", ".join(said),
        dress=dress,
        stretches=tuple(_sure_and_unsure(period, first, after)),
        goes_on=period.end is None,
    )


def _sure_and_unsure(period: Period, first: int, after: int) -> Iterator[Stretch]:
    """The days of a period; those a month without a day leaves open are told apart."""
    sure_first = first if period.start is None else latest(period.start).toordinal()
    sure_after = after if period.end is None else earliest(period.end).toordinal() + 1
    if sure_after <= sure_first:
        yield Stretch(first, after, Fill.NOT_KNOWN)
        return
    if first < sure_first:
        yield Stretch(first, sure_first, Fill.NOT_KNOWN)
    yield Stretch(sure_first, sure_after, None)
    if sure_after < after:
        yield Stretch(sure_after, after, Fill.NOT_KNOWN)


def _uncovered(wanted: Iterable[tuple[int, int]], held: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of stretches that no held one covers, joined where they meet; `held` is sorted."""
    holes: list[tuple[int, int]] = []
    for first, after in wanted:
        at = first
        for start, end in held:
            if start >= after:
                break
            if at < start:
                holes.append((at, start))
            at = max(at, end)
        if at < after:
            holes.append((at, after))
    joined: list[tuple[int, int]] = []
    for first, after in sorted(holes):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(after, joined[-1][1]))
        else:
            joined.append((first, after))
    return joined
