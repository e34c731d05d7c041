"""What a drag says while it lasts: days, length, hours, the verdict that would result. Values in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from cec_desktop.rules.findings import Assessment, Outcome
from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.charting import item_of, work_of
from cec_desktop.ui.timeline.gestures.base import Act, Proposal
from cec_desktop.ui.timeline.targets import target_words
from cec_desktop.ui.timeline.tooltips import title

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.timeline.board import Board


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the readout: what it is, how it would be, and how that differs."""

    label: str
    value: str
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Readout:
    """The words of the readout; `outcome` gives the band its colour and shape."""

    title: str
    act: str
    rows: tuple[Row, ...]
    outcome: str
    verdict: tuple[str, ...]
    foot: str
    keys: str

    def said(self) -> str:
        """All of it as one text."""
        rows = "; ".join(
            " ".join(part for part in (row.label, row.value, row.difference) if part) for row in self.rows
        )
        return ". ".join(part for part in (self.title, self.act, rows, *self.verdict, self.foot) if part)


def readout(board: Board, proposal: Proposal, refusal: str) -> Readout | None:
    """What to say of a proposal; None while no file is shown."""
    if board.base is None or board.shown is None:
        return None
    _ = board.words
    verdict = (_("Not possible"), refusal) if refusal else _verdict(board.shown.view.assessment, _)
    outcome = Outcome.NOT_MET if refusal else board.shown.view.assessment.membership.outcome
    foot = ""
    if proposal.target is not None:
        what = target_words(proposal.target, proposal.shown, board.base.chart, _)
        foot = _("Snapped: {what}", what=what)
    return Readout(
        title=_title(board, proposal),
        act=_act(proposal.act, _),
        rows=tuple(_rows(board, proposal)),
        outcome=outcome.value,
        verdict=verdict,
        foot=foot,
        keys=_("Alt: free · Esc: take back"),
    )


def _title(board: Board, proposal: Proposal) -> str:
    _ = board.words
    if proposal.act is Act.APPLICATION_MOVED:
        return _("Application date")
    if proposal.others:
        return _.plural("{n} entry", "{n} entries", 1 + len(proposal.others))
    bar = board.bar(proposal.key)
    if bar is not None and board.base is not None and proposal.act is not Act.DRAWN:
        return title(bar, item_of(board.base.view.case, bar.key))
    return _NEW[proposal.lane](_) if proposal.lane is not None else ""


_NEW = {
    Lane.STATUS: lambda _: _("New status"),
    Lane.WORK: lambda _: _("New job"),
    Lane.STUDY: lambda _: _("New study"),
    Lane.TESTS: lambda _: _("New test"),
}


def _act(act: Act, _: Words) -> str:
    return {
        Act.DRAWN: "",
        Act.DATED: _("dated"),
        Act.MOVED: _("moved"),
        Act.START_MOVED: _("start moved"),
        Act.END_MOVED: _("end moved"),
        Act.APPLICATION_MOVED: _("moved"),
    }[act]


def _rows(board: Board, proposal: Proposal) -> list[Row]:
    _ = board.words
    if proposal.act is Act.APPLICATION_MOVED:
        return [_application_row(proposal, _), *_counted_row(board)]
    if proposal.others:
        return [_shift_row(proposal, _), *_counted_row(board)]
    bar = board.bar(proposal.key)
    goes_on = bar is not None and bar.goes_on and proposal.act is not Act.END_MOVED
    if proposal.lane is Lane.TESTS:
        return [Row(_("Result"), _.day(date.fromordinal(proposal.first)), _was_day(proposal, _))]
    first, last = date.fromordinal(proposal.first), date.fromordinal(proposal.after - 1)
    dates = wording.span_words(first, None, _) if goes_on else f"{_.day(first)} – {_.day(last)}"
    rows = [Row(_("Dates"), dates, _was(board, proposal))]
    if not goes_on:
        rows.append(
            Row(
                _("Length"),
                wording.length_words(proposal.after - proposal.first, _),
                _longer(proposal, board),
            )
        )
    return rows + (_hours_row(board, proposal) if proposal.lane is Lane.WORK else [])


def _application_row(proposal: Proposal, _: Words) -> Row:
    shift = proposal.first - proposal.old[0] if proposal.old else 0
    return Row(_("Date"), _.day(proposal.shown), _signed_days(shift, _))


def _shift_row(proposal: Proposal, _: Words) -> Row:
    """By how much several entries moved."""
    shift = proposal.first - proposal.old[0] if proposal.old else 0
    return Row(_("Moved"), _signed_days(shift, _) or wording.days_words(0, _))


def _was_day(proposal: Proposal, _: Words) -> str:
    if proposal.old is None or proposal.unchanged:
        return ""
    return _("was {day}", day=date.fromordinal(proposal.old[0]))


def _was(board: Board, proposal: Proposal) -> str:
    """The edge that moved as it was; nothing of a period that moves as a whole, for its length says it."""
    _ = board.words
    bar = None if board.base is None else board.base.chart.find(proposal.key)
    if bar is None or proposal.unchanged:
        return ""
    edge = bar.end if proposal.act is Act.END_MOVED else bar.start
    return _("was {day}", day=wording.edge_words(edge, _))


def _longer(proposal: Proposal, board: Board) -> str:
    bar = None if board.base is None else board.base.chart.find(proposal.key)
    if proposal.old is None or bar is None or bar.goes_on:
        return ""
    old = proposal.old[1] - proposal.old[0]
    return _signed_days(proposal.after - proposal.first - old, board.words)


def _hours_row(board: Board, proposal: Proposal) -> list[Row]:
    """The job's hours that count, and how many more or fewer."""
    if board.base is None or board.shown is None or proposal.key is None:
        return []
    _ = board.words
    before, now = work_of(board.base.view, proposal.key), work_of(board.shown.view, proposal.key)
    if now is None:
        return []
    value = _("{hours} counted", hours=wording.tenths(now.hours, _))
    change = _in_tenths(now.hours) - (_in_tenths(before.hours) if before is not None else 0)
    difference = (
        wording.signed(_("{hours} h", hours=wording.tenths(abs(change), _)), change) if change else ""
    )
    return [Row(_("Hours"), value, difference)]


def _counted_row(board: Board) -> list[Row]:
    """All hours that count, for a drag of the application date."""
    if board.base is None or board.shown is None or board.shown.chart.counted is None:
        return []
    _ = board.words
    now, before = board.shown.chart.counted, board.base.chart.counted or Fraction(0)
    value = _("{hours} counted", hours=wording.tenths(now, _))
    change = _in_tenths(now) - _in_tenths(before)
    difference = (
        wording.signed(_("{hours} h", hours=wording.tenths(abs(change), _)), change) if change else ""
    )
    return [Row(_("Hours"), value, difference)]


def _in_tenths(hours: Fraction) -> Fraction:
    """Hours as they are shown, so that the difference is that of what is shown."""
    return Fraction(hours.numerator * 10 // hours.denominator, 10)


def _signed_days(days: int, _: Words) -> str:
    return wording.signed(wording.days_words(abs(days), _), days) if days else ""


def _verdict(assessment: Assessment, _: Words) -> tuple[str, ...]:
    """Whether the client is a member on the day, by how many hours, and from when."""
    member = assessment.membership
    on = assessment.on
    said = {
        Outcome.MET: _("Member on {day}", day=on),
        Outcome.NOT_MET: _("Not a member on {day}", day=on),
        Outcome.UNDETERMINED: _("Undetermined on {day}", day=on),
    }.get(member.outcome, "")
    if member.hours is not None:
        counted, required = wording.tenths(member.hours.counted, _), wording.tenths(member.hours.required, _)
        hours = _("{counted} of {required} h", counted=counted, required=required)
        said = _("{verdict}: {hours}", verdict=said, hours=hours)
    return tuple(line for line in (said, _since(assessment, _)) if line)


def _since(assessment: Assessment, _: Words) -> str:
    dates, on = assessment.dates, assessment.on
    if dates.earliest is None:
        return _("Not a member within ten years")
    if assessment.membership.outcome is not Outcome.MET:
        later = (dates.earliest - on).days
        return _.plural(
            "Member from {day}, {n} day later", "Member from {day}, {n} days later", later, day=dates.earliest
        )
    if dates.last is None:
        return _("Member from {day}", day=dates.earliest)
    return _("Member from {day} until {last}", day=dates.earliest, last=dates.last)
