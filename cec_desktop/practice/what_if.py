"""What a what-if changes: in the file itself, and in everything that is said of it; without words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.item_names import edit_of_item, sentence_of_list
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile, Item, Value
from cec_desktop.rules.findings import Assessment, Finding, Outcome


def differences(before: CaseFile, after: CaseFile) -> Iterator[Message]:
    """What makes one file another: each entry and each part that differs, named like its edit."""
    yield from _of_lists("", before, after)
    old, new = before.spouse, after.spouse
    if old is not None and new is not None:
        yield from _of_lists("spouse.", old, new)
        if _without_lists(old) != _without_lists(new):
            yield message("change_spouse")
    elif old != new:
        yield message("change_spouse")
    if before.application_date != after.application_date:
        day = after.application_date
        yield message("set_application_date", day=day) if day else message("clear_application_date")
    parts = {
        _PARTS.get(name, "change_file")
        for name in type(before).model_fields
        if name not in _TOLD and not _is_list(before, name) and getattr(before, name) != getattr(after, name)
    }
    yield from (message(name) for name in sorted(parts))


_TOLD = ("application_date", "spouse")
_PARTS = {
    name: f"change_{name}"
    for name in (
        *("file_number", "client", "destination", "notes", "application", "invitation"),
        *("profile", "nomination", "job_offer", "funds", "office"),
    )
}


def _of_lists(person: str, before: Value, after: Value) -> Iterator[Message]:
    for name in type(before).model_fields:
        if _is_list(before, name) or _is_list(after, name):
            yield from _of_list(f"{person}{name}", getattr(before, name), getattr(after, name))


def _of_list(list_name: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> Iterator[Message]:
    old, new = ({item.id: item for item in items} for items in (before, after))
    for item_id, item in new.items():
        if item_id not in old:
            yield edit_of_item(sentence_of_list("add", list_name), item)
        elif old[item_id] != item:
            yield edit_of_item(sentence_of_list("change", list_name), old[item_id])
    for item_id, item in old.items():
        if item_id not in new:
            yield edit_of_item(sentence_of_list("remove", list_name), item)


def _is_list(value: Value, name: str) -> bool:
    entries = getattr(value, name)
    return isinstance(entries, tuple) and any(isinstance(entry, Item) for entry in entries)


def _without_lists(value: Value) -> dict[str, object]:
    names = (name for name in type(value).model_fields if not _is_list(value, name))
    return {name: getattr(value, name) or None for name in names}


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing said of a file, as it is and as it would be; the outcomes where it is a verdict."""

    id: str
    name: Message
    before: Message
    after: Message
    outcomes: tuple[Outcome, Outcome] | None = None

    @property
    def changed(self) -> bool:
        """Whether the trial makes a difference here."""
        return self.before != self.after or bool(self.outcomes and self.outcomes[0] != self.outcomes[1])


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a figure is read off an assessment."""

    id: str
    read: Callable[[Assessment], Message]
    outcome: Callable[[Assessment], Outcome] | None = None
    always: bool = True
    """Whether it is shown when the trial makes no difference to it."""


def figures(before: Assessment, after: Assessment) -> tuple[Figure, ...]:
    """What is said of the file and of its scratch copy, side by side, in the order of the panel."""
    pairs = ((reading, _figure(reading, before, after)) for reading in _READINGS)
    return tuple(figure for reading, figure in pairs if reading.always or figure.changed)


def _figure(reading: _Reading, before: Assessment, after: Assessment) -> Figure:
    outcome = reading.outcome
    return Figure(
        reading.id,
        message(f"what_if_{reading.id}"),
        reading.read(before),
        reading.read(after),
        (outcome(before), outcome(after)) if outcome else None,
    )


def _outcome_of(assessment: Assessment) -> Outcome:
    return assessment.membership.outcome


def _outcome(assessment: Assessment) -> Message:
    return message(f"what_if_is_{assessment.membership.outcome}")


def _on(assessment: Assessment) -> Message:
    return _day(assessment.on)


def _earliest(assessment: Assessment) -> Message:
    dates = assessment.dates
    if dates.earliest is None and dates.earliest_possible is not None:
        return message("what_if_open_day", day=dates.earliest_possible)
    return _day(dates.earliest) if dates.earliest else message("what_if_never")


def _last(assessment: Assessment) -> Message:
    dates = assessment.dates
    return _day(dates.last if dates.earliest else None)


def _safe(assessment: Assessment) -> Message:
    return _day(assessment.dates.safe)


def _hours(assessment: Assessment) -> Message:
    tally = assessment.membership.hours
    if tally is None:
        return message("what_if_no_hours")
    if tally.possible > tally.counted:
        return message(
            "what_if_open_hours", least=tally.counted, most=tally.possible, required=tally.required
        )
    return message("what_if_counted_hours", counted=tally.counted, required=tally.required)


def _language(assessment: Assessment) -> Message:
    standing = assessment.membership.language
    level = standing.achieved_clb if standing else None
    return message("what_if_level", clb=level) if level is not None else message("what_if_no_level")


def _intake(assessment: Assessment) -> Message:
    return message(f"what_if_intake_{assessment.intake.outcome}")


def _day(day: date | None) -> Message:
    return message("what_if_day", day=day) if day else message("what_if_no_day")


_READINGS = (
    _Reading("outcome", _outcome, _outcome_of),
    _Reading("on", _on, always=False),
    _Reading("earliest", _earliest),
    _Reading("last", _last),
    _Reading("safe", _safe, always=False),
    _Reading("hours", _hours),
    _Reading("language", _language, always=False),
    _Reading("intake", _intake, lambda assessment: assessment.intake.outcome, always=False),
)
"""Every figure compared, in the order shown; whatever else an assessment comes to say joins here."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A condition that the trial decides otherwise; an outcome is None where it is not asked."""

    finding: Finding
    before: Outcome | None
    after: Outcome | None


def turned(before: Assessment, after: Assessment) -> tuple[Turned, ...]:
    """The conditions that fare otherwise in the scratch copy, in the regulation's order."""
    old, new = (
        dict(_by_path(each.membership.conditions)) | dict(_by_path(each.intake.conditions, ("intake",)))
        for each in (before, after)
    )
    found = []
    for path, finding in {**old, **new}.items():
        was = old[path].outcome if path in old else None
        now = new[path].outcome if path in new else None
        if was is not now:
            found.append(Turned(finding, was, now))
    return tuple(found)


def _by_path(
    findings: tuple[Finding, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Finding]]:
    for finding in findings:
        path = (*above, finding.id)
        yield path, finding
        yield from _by_path(finding.conditions, path)
