"""The words of the timeline: kinds, their short forms for narrow bars, reasons, days and lengths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cec_desktop.casefile.dates import Edge, YearMonth
from cec_desktop.casefile.message import message
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.findings import JobWork, Reason
from cec_desktop.ui.timeline.bars import Lane

MINUS: Final = "\u2212"
_WEEK: Final = 7

Say = Callable[[Words], str]

STATUS_NAMES: Final[Mapping[str, str]] = {
    "work_permit": N_("Work permit"),
    "open_work_permit": N_("Open work permit"),
    "post_graduation_work_permit": N_("Post-graduation work permit"),
    "bridging_open_work_permit": N_("Bridging open work permit"),
    "study_permit": N_("Study permit"),
    "visitor": N_("Visitor"),
    "temporary_resident_permit": N_("Temporary resident permit"),
    "maintained": N_("Maintained status"),
    "restoration": N_("Restoration of status"),
    "refugee_claimant": N_("Refugee claimant"),
    "none": N_("No status"),
    "permanent_resident": N_("Permanent resident"),
    "citizen": N_("Citizen"),
}
_SHORT_STATUS: Final[Mapping[str, Say]] = {
    "work_permit": lambda _: _.pgettext("short", "Permit"),
    "open_work_permit": lambda _: _.pgettext("short", "Open permit"),
    "post_graduation_work_permit": lambda _: _.pgettext("short", "Post-graduation"),
    "bridging_open_work_permit": lambda _: _.pgettext("short", "Bridging permit"),
    "study_permit": lambda _: _.pgettext("short", "Studies"),
    "temporary_resident_permit": lambda _: _.pgettext("short", "TRP"),
    "maintained": lambda _: _.pgettext("short", "Maintained"),
    "restoration": lambda _: _.pgettext("short", "Restoration"),
    "refugee_claimant": lambda _: _.pgettext("short", "Claimant"),
    "permanent_resident": lambda _: _.pgettext("short", "Resident"),
}
TEST_NAMES: Final[Mapping[str, str]] = {
    "ielts_general": N_("IELTS General"),
    "celpip_general": N_("CELPIP-General"),
    "pte_core": N_("PTE Core"),
    "tef_canada": N_("TEF Canada"),
    "tcf_canada": N_("TCF Canada"),
    "benchmarks": N_("Other designated test"),
    "written_evidence": N_("Written evidence"),
}
_LANES: Final[Mapping[Lane, Say]] = {
    Lane.STATUS: lambda _: _.pgettext("lane", "Status"),
    Lane.WORK: lambda _: _.pgettext("lane", "Work"),
    Lane.STUDY: lambda _: _.pgettext("lane", "Study"),
    Lane.TESTS: lambda _: _.pgettext("lane", "Tests"),
}
_ENTRIES: Final[Mapping[Lane, Say]] = {
    Lane.STATUS: lambda _: _.pgettext("entry", "Status"),
    Lane.WORK: lambda _: _.pgettext("entry", "Job"),
    Lane.STUDY: lambda _: _.pgettext("entry", "Study"),
    Lane.TESTS: lambda _: _.pgettext("entry", "Test"),
}


def lane_name(lane: Lane, _: Words) -> str:
    """The name in front of a lane."""
    return _LANES[lane](_)


def entry_name(lane: Lane, _: Words) -> str:
    """What one entry of a lane is called."""
    return _ENTRIES[lane](_)


def status_name(kind: str, _: Words) -> tuple[str, str]:
    """The name of a kind of status, and its short form."""
    name = _(STATUS_NAMES[kind])
    return name, _SHORT_STATUS[kind](_) if kind in _SHORT_STATUS else name


def reason_words(reason: Reason, work: JobWork | None, _: Words) -> str:
    """Why days do not count, in a word or two; for an occupation its level."""
    if reason.id == "occupation_level" and work is not None and work.occupation.level is not None:
        return level_words(work.occupation.level, _)
    return _.message(message(f"reason_{reason.id}"))


def level_words(level: str, _: Words) -> str:
    """An occupation's level: a TEER category is a digit, a skill level a letter; 0 is management in both."""
    if level.isdigit():
        return _("TEER {level}", level=level)
    return _("skill level {level}", level=level)


def edge_words(edge: Edge | None, _: Words) -> str:
    """An end of a period as it is written; a month where its day is not known."""
    if edge is None:
        return _("goes on")
    return edge.isoformat() if isinstance(edge, YearMonth) else _.day(edge)


def span_words(start: Edge | None, end: Edge | None, _: Words) -> str:
    """A period in words for the ear: from when to when."""
    if end is None:
        return _("from {start}, goes on", start=edge_words(start, _))
    return _("{start} to {end}", start=edge_words(start, _), end=edge_words(end, _))


def past_words(name: str, end: Edge | None, _: Words) -> str:
    """What lies before the view: its name and its last day."""
    return name if end is None else _("{name}, to {day}", name=name, day=edge_words(end, _))


def coming_words(name: str, start: Edge | None, _: Words) -> str:
    """What lies after the view: its name and its first day."""
    return name if start is None else f"{name}, {edge_words(start, _)}"


def range_words(first: int, after: int, _: Words) -> str:
    """Days in figures: the first and the last."""
    start, end = date.fromordinal(first), date.fromordinal(after - 1)
    return _.day(start) if start == end else f"{_.day(start)} – {_.day(end)}"


def days_words(days: int, _: Words) -> str:
    """A number of days."""
    return _.plural("{n} day", "{n} days", days)


def length_words(days: int, _: Words) -> str:
    """A length in days, and in weeks and days: 155 days, 22 weeks 1 day."""
    weeks, rest = divmod(days, _WEEK)
    if not weeks:
        return days_words(days, _)
    whole = _.plural("{n} week", "{n} weeks", weeks)
    return (
        f"{days_words(days, _)}, {whole} {days_words(rest, _)}" if rest else f"{days_words(days, _)}, {whole}"
    )


def tenths(hours: Fraction, _: Words) -> str:
    """Hours to one decimal, rounded down, so that a shortfall never looks like enough."""
    return _.number(Decimal(hours.numerator * 10 // hours.denominator) / 10)


def signed(text: str, amount: int | Fraction) -> str:
    """A difference with its sign; ``text`` says its size."""
    return f"{MINUS if amount < 0 else '+'}{text}"
