"""What the law asks under a condition: our own plain words with the numbers of the text in force that day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cec_desktop.casefile.message import Message, message
from cec_desktop.i18n.words import Words
from cec_desktop.rules.conditions import level_message
from cec_desktop.rules.findings import Finding
from cec_desktop.rules.rulebook import ClassVersion, RuleBook, in_force

_MONTHS_A_YEAR: Final = 12
_PLAIN: Final = frozenset(
    {
        "residence_intent",
        "streams",
        "restricted_occupation",
        "lead_statement",
        "main_duties",
        "study_excluded",
        "study_status",
        "designated_test",
        "without_excluded_occupations",
        "no_invitation_yet",
        "invitation_class",
        "invitation_not_declined",
        "invitation_issued",
        "invitation_in_time",
        "member_at_invitation",
        "member_at_application",
    }
)
"""Conditions whose law has no number that changes from text to text."""


def law_words(finding: Finding, on: date, book: RuleBook, words: Words) -> str:
    """What the law asks of a condition on a day, with its citation; empty where there is nothing to say."""
    _, asked = words, _asked(finding, on, book)
    if asked is None:
        return ""
    citation = _.citation(finding.citation)
    return _("The law, {citation}: {statement}", citation=citation, statement=_.message(asked))


def _asked(finding: Finding, on: date, book: RuleBook) -> Message | None:
    if finding.id in _PLAIN:
        return message(f"law_{finding.id}")
    version = book.version_on(on)
    if version is None or finding.id not in _OF_VERSION:
        return None
    return _OF_VERSION[finding.id](_Text(finding.citation, on, version, book))


@dataclass(frozen=True, slots=True)
class _Text:
    """The text in force on a day, and the provision a condition cites."""

    citation: str
    on: date
    version: ClassVersion
    book: RuleBook

    def work(self) -> Message | None:
        """Hours and window, of the stream that is cited."""
        stream = next((each for each in self.version.streams if each.citation == self.citation), None)
        if stream is None:
            return None
        week = self.version.full_time_hours
        return message(
            "law_work_experience_after_credential" if stream.after_credential else "law_work_experience",
            hours=stream.weeks * week,
            week=week,
            years=stream.window_months // _MONTHS_A_YEAR,
        )

    def credential(self) -> Message:
        """The length of the studies."""
        rule = self.book.graduate
        return message("law_credential", months=rule.program_months, short=rule.route_d_months)

    def occupation(self) -> Message:
        """The levels that count."""
        return message("law_occupation_level", levels=level_message(self.version.levels, self._scheme()))

    def language(self) -> Message:
        """What shows the levels."""
        return message("law_language_or_written" if self.version.written_evidence else "law_language")

    def language_level(self) -> Message:
        """The thresholds of the levels, and what decides between them."""
        first, second = self.version.thresholds
        high, low = (
            level_message(
                (level for level, clb in self.version.levels.items() if clb == each), self._scheme()
            )
            for each in (first, second)
        )
        combined = "_or_combination" if self.version.combinations else ""
        says = f"law_language_level_by_{self.version.decides}{combined}"
        return message(says, first=first, second=second, high=high, low=low)

    def self_employment(self) -> Message:
        """With the policy for physicians, once there is one."""
        first_day = self.book.physicians_from
        if self.on < first_day:
            return message("law_self_employment_excluded")
        return message("law_self_employment_excluded_but_physicians", first_day=first_day)

    def status(self) -> Message:
        """Of work alone, or of study too."""
        study = self.version.study_needs_status
        return message("law_temporary_status_and_study" if study else "law_temporary_status")

    def _scheme(self) -> str:
        return self.book.noc.scheme(in_force(self.book.noc_editions, self.on).editions[-1])


_OF_VERSION: Final[Mapping[str, Callable[[_Text], Message | None]]] = {
    "graduate": _Text.work,
    "temporary_foreign_worker": _Text.work,
    "work_experience": _Text.work,
    "credential": _Text.credential,
    "occupation_level": _Text.occupation,
    "language": _Text.language,
    "language_level": _Text.language_level,
    "self_employment_excluded": _Text.self_employment,
    "temporary_status": _Text.status,
}
