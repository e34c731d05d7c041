"""What is said of a stretch when it is pointed at: days, reason, citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cec_desktop.casefile.model import Item, Job, LanguageTest, StatusPeriod, Study
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Bar, Dress, Lane, Stretch

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.rules.findings import JobWork


def bar_lines(
    bar: Bar, item: Item | None, stretch: Stretch | None, work: JobWork | None, _: Words
) -> list[str]:
    """The lines about a bar and the stretch of it that is pointed at."""
    if bar.dress is Dress.GAP:
        return [bar.said, _("Work on these days waits for a status. Enter or double click adds one.")]
    dates = wording.span_words(bar.start, bar.end, _)
    if not bar.goes_on:
        dates = f"{dates}, {wording.length_words(bar.after - bar.first, _)}"
    lines = [title(bar, item), dates]
    if stretch is not None and bar.lane is Lane.WORK:
        lines += [*_of_work(stretch, work, _), _("W: week by week")]
    elif stretch is not None and stretch.fill is Fill.NOT_KNOWN:
        lines.append(_("Only the month is known: these days are not known"))
    return lines


def title(bar: Bar, item: Item | None) -> str:
    """The full name of an entry."""
    if isinstance(item, Job):
        return ", ".join(part for part in (item.employer, item.title) if part) or bar.names.name
    if isinstance(item, Study):
        return ", ".join(part for part in (item.program, item.institution) if part) or bar.names.name
    if isinstance(item, StatusPeriod | LanguageTest):
        return bar.names.joined(bar.names.name)
    return bar.names.name


def _of_work(stretch: Stretch, work: JobWork | None, _: Words) -> list[str]:
    days = wording.days_words(stretch.days, _)
    dates = wording.range_words(stretch.first, stretch.after, _)
    if stretch.fill in (Fill.COUNTS, Fill.PROJECTED):
        hours = _("{hours} h", hours=wording.tenths(stretch.hours, _))
        text = _("Counts: {dates}, {days}, {hours}", dates=dates, days=days, hours=hours)
        return [text, _("Projected: after today")] if stretch.fill is Fill.PROJECTED else [text]
    if stretch.fill is Fill.NOT_COUNTED:
        return [_("Does not count: {dates}, {days}", dates=dates, days=days), *_reasons(stretch, work, _)]
    if stretch.fill is Fill.NOT_KNOWN:
        return [_("Not known yet: {dates}, {days}", dates=dates, days=days), *_reasons(stretch, work, _)]
    return [_("Outside the window")]


def _reasons(stretch: Stretch, work: JobWork | None, _: Words) -> list[str]:
    return [
        _(
            "{reason}, {citation}",
            reason=wording.reason_words(reason, work, _),
            citation=_.citation(reason.citation),
        )
        if reason.citation
        else wording.reason_words(reason, work, _)
        for reason in stretch.reasons
    ]
