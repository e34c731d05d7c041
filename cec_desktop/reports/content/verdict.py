"""The answer: member or not, from when and until when, why, and by what margin."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Paragraph, Said, Verdict, VerdictRow
from cec_desktop.reports.content.names import instrument_name
from cec_desktop.reports.content.speaker import Speaker, quiet, strong
from cec_desktop.rules.findings import Assessment, HoursTally, Outcome


def verdict_of(assessment: Assessment, speaker: Speaker) -> Verdict:
    """The verdict with its dates, the safe date and the margin in hours and days."""
    return Verdict(
        assessment.membership.outcome,
        speaker.say(lambda _: _title(_, assessment)),
        _notes(assessment, speaker),
        (*_date_rows(assessment, speaker), *_margin_rows(assessment, speaker)),
    )


def rules_paragraph(assessment: Assessment, speaker: Speaker) -> Paragraph:
    """Which rules were applied, and the day their text was last compared with the official one."""
    rules = assessment.membership.rules
    if rules is None:
        return Paragraph(speaker.say(lambda _: _("No rules of this class were in force on this day.")))

    def phrase(_: Words) -> str:
        fields = {
            "id": rules.id,
            "first": rules.in_force_from,
            "instrument": instrument_name(_, rules.instrument),
            "verified": rules.verified_to,
        }
        if rules.in_force_to is None:
            return _(
                "Rules {id}, in force since {first} ({instrument}), "
                "compared with the official text to {verified}.",
                **fields,
            )
        return _(
            "Rules {id}, in force from {first} to {last} ({instrument}), "
            "compared with the official text to {verified}.",
            last=rules.in_force_to,
            **fields,
        )

    return Paragraph(speaker.say(lambda _: quiet(phrase(_))))


def _title(_: Words, assessment: Assessment) -> str:
    outcome = assessment.membership.outcome
    if outcome is Outcome.MET:
        return _("Member of the Canadian Experience Class")
    if outcome is Outcome.NOT_MET:
        return _("Not a member of the Canadian Experience Class")
    questions = len(assessment.membership.missing_facts)
    if not questions:
        return _("Undetermined")
    return _.plural(
        "Undetermined: {n} question to settle", "Undetermined: {n} questions to settle", questions
    )


def _notes(assessment: Assessment, speaker: Speaker) -> tuple[Said, ...]:
    membership = assessment.membership
    notes = [speaker.say(lambda _: _day_note(_, assessment))]
    if membership.stream == "graduate":
        notes.append(speaker.say(lambda _: _("as a graduate, after studies in Canada")))
    elif membership.stream is not None:
        notes.append(speaker.say(lambda _: _("as a temporary foreign worker")))
    return tuple(notes)


def _day_note(_: Words, assessment: Assessment) -> str:
    if assessment.membership.projected:
        return _("on {day}, if work and status go on as entered", day=assessment.on)
    return _("on {day}", day=assessment.on)


def _date_rows(assessment: Assessment, speaker: Speaker) -> list[VerdictRow]:
    dates = assessment.dates
    if dates.earliest is None:
        return _never_rows(assessment, speaker)
    label = speaker.say(lambda _: _from(_, assessment))
    rows = [_dated(label, dates.earliest, dates.earliest_reason, speaker)]
    if dates.last is not None:
        label = speaker.say(lambda _: _.pgettext("date", "until"))
        rows.append(_dated(label, dates.last, dates.last_reason, speaker))
    return [*rows, _safe_row(assessment, speaker)]


def _from(_: Words, assessment: Assessment) -> str:
    """Who is a member is so from a day on; who is not yet becomes one."""
    if assessment.membership.outcome is Outcome.MET:
        return _.pgettext("date", "from")
    return _.pgettext("date", "member from")


def _dated(label: Said, day: date, reason: Message | None, speaker: Speaker) -> VerdictRow:
    value = speaker.say(lambda _: strong(_.day(day)))
    return VerdictRow(label, value, speaker.message(reason) if reason else ())


def _never_rows(assessment: Assessment, speaker: Speaker) -> list[VerdictRow]:
    possible = assessment.dates.earliest_possible
    if possible is None:
        label = speaker.say(lambda _: _.pgettext("verdict", "date"))
        value = speaker.say(lambda _: strong(_("no day")))
        reason = speaker.say(lambda _: _("of membership within ten years, as the file stands"))
    else:
        label = speaker.say(lambda _: _.pgettext("verdict", "possible"))
        value = speaker.say(lambda _: strong(_.day(possible)))
        reason = speaker.say(lambda _: _("at the earliest, if every open question is answered well"))
    return [VerdictRow(label, value, reason)]


def _safe_row(assessment: Assessment, speaker: Speaker) -> VerdictRow:
    label = speaker.say(lambda _: _.pgettext("date", "safe"))
    safe = assessment.dates.safe
    if safe is None:
        value = speaker.say(lambda _: strong(_("no day")))
        reason = speaker.say(lambda _: _("has a full calendar year and two weeks to spare"))
    else:
        value = speaker.say(lambda _: strong(_.day(safe)))
        reason = speaker.say(lambda _: _("a full calendar year and two weeks to spare"))
    return VerdictRow(label, value, reason)


def _margin_rows(assessment: Assessment, speaker: Speaker) -> list[VerdictRow]:
    hours, days = assessment.membership.hours, assessment.membership.margin_days
    if hours is None:
        return []
    label = speaker.say(lambda _: _.pgettext("hours", "margin"))
    # A shortfall is rounded up: it never looks smaller than it is.
    margin = hours.margin if hours.margin >= 0 else Fraction(-(hours.margin * 100 // 1), 100)
    amount = speaker.say(lambda _: strong(_("{hours} hours", hours=margin)))
    return [VerdictRow(label, amount, speaker.say(lambda _: _margin(_, hours, days)))]


def _margin(_: Words, hours: HoursTally, days: int | None) -> str:
    """How far above or below the requirement, in full-time days; a shortfall rounds up."""
    if hours.margin >= 0:
        if days is None:
            return _("above the {required} required", required=hours.required)
        return _.plural(
            "above the {required} required, {n} full-time day",
            "above the {required} required, {n} full-time days",
            days,
            required=hours.required,
        )
    if hours.possible >= hours.required:
        return _(
            "short of the {required} required; {possible} are possible",
            required=hours.required,
            possible=hours.possible,
        )
    if days is None:
        return _("short of the {required} required", required=hours.required)
    return _.plural(
        "short of the {required} required, {n} full-time day",
        "short of the {required} required, {n} full-time days",
        abs(days),
        required=hours.required,
    )
