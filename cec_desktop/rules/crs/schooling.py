"""Credentials that earn points on a day: the level, and the Canadian study behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cec_desktop.casefile.dates import add_months, earliest, latest
from cec_desktop.casefile.model import Education, Study
from cec_desktop.rules.crs.points import CanadianStudy
from cec_desktop.rules.crs.tables import CrsBook
from cec_desktop.rules.crs.work import Range
from cec_desktop.rules.person import Fact


class Schooling:
    """All credentials of one person."""

    def __init__(self, education: Sequence[Education], studies: Sequence[Study], book: CrsBook) -> None:
        self._book = book
        self._studies = {study.id: study for study in studies if study.id}
        self.entries = tuple(education)
        self.places = tuple(book.levels.index(each.level) for each in self.entries)

    def level(self, day: date) -> Range:
        """The place of the level on a day: with what surely counts, and with what may."""
        if not self.entries:
            return 0, 0
        sure, most = self.counted(day)
        return self.highest(sure), self.highest(most)

    def counted(self, day: date) -> tuple[list[int], list[int]]:
        """Places of the levels that surely count on a day, and of those that may."""
        counts = [self.counts(each, day) for each in self.entries]
        sure = [place for place, fact in zip(self.places, counts, strict=True) if fact]
        most = [place for place, fact in zip(self.places, counts, strict=True) if fact is not False]
        return sure, most

    def highest(self, places: Sequence[int]) -> int:
        """One level of several credentials; two of post-secondary study, one of them long, are one above."""
        book = self._book
        best = max(places, default=0)
        further = sum(place in book.post_secondary for place in places)
        if further > 1 and any(place in book.long_program for place in places):
            return max(best, book.levels.index("two_or_more"))
        return best

    def counts(self, entry: Education, day: date) -> Fact:
        """Whether a credential counts on a day: completed, and Canadian or assessed (MI 11(3))."""
        completed = self.completed(entry, day)
        if completed is False:
            return False
        assessed = self.assessed(entry, day)
        if entry.canadian or assessed:
            recognized: Fact = True
        elif entry.canadian is None or assessed is None:
            recognized = None
        else:
            return False
        # Nothing is assessed before it is completed.
        return recognized if completed or (assessed and not entry.canadian) else None

    def completed(self, entry: Education, day: date) -> Fact:
        """Whether a credential was completed by a day; one entered without its day was."""
        if entry.completed_on is None or latest(entry.completed_on) <= day:
            return True
        return None if earliest(entry.completed_on) <= day else False

    def assessed(self, entry: Education, day: date) -> Fact:
        """Whether an assessment less than five years old stands behind a foreign credential."""
        if entry.eca is None and entry.eca_date is None:
            return False
        issued = assessment_day(entry)
        if issued is None:
            return None
        return issued <= day < add_months(issued, self._book.credential_assessment_months)

    def canadian_study(self, day: date) -> Range:
        """What the highest Canadian credential of eligible study earns (MI 30)."""
        sure = most = CanadianStudy.NONE
        for entry in self.entries:
            worth = self.worth(entry)
            if not worth or entry.canadian is False:
                continue
            facts = (entry.canadian, self.completed(entry, day), self.eligible(entry))
            if False not in facts:
                most = max(most, worth)
                if None not in facts:
                    sure = max(sure, worth)
        return sure, most

    def worth(self, entry: Education) -> int:
        """How a credential's length is paid, were it eligible."""
        if entry.level in self._book.long_study:
            return CanadianStudy.LONG
        return CanadianStudy.SHORT if entry.level in self._book.short_study else CanadianStudy.NONE

    def study_of(self, entry: Education) -> Study | None:
        """The study behind a credential, where it is named and held."""
        return self._studies.get(entry.study) if entry.study else None

    def eligible(self, entry: Education) -> Fact:
        """Whether the study behind a Canadian credential qualifies; without one it is taken to."""
        study = self.study_of(entry)
        return True if study is None else _all(fact for _, fact in self.study_facts(study))

    def study_facts(self, study: Study) -> tuple[tuple[str, Fact], ...]:
        """What MI 30(3) asks of a study, by the field that says it."""
        months = self._book.study_months
        length = study.full_time_months
        present = length if study.months_in_canada is None else study.months_in_canada
        return (
            ("country", None if study.country is None else study.country == "CA"),
            ("full_time", study.full_time),
            ("full_time_months", None if length is None else length >= months),
            ("months_in_canada", True if present is None else present >= months),
            ("distance", None if study.distance is None else not study.distance),
            (
                "mostly_language_training",
                None if study.mostly_language_training is None else not study.mostly_language_training,
            ),
        )


def assessment_day(entry: Education) -> date | None:
    """The day the assessment of a credential was issued; None where it is not known."""
    return (entry.eca.issued_on if entry.eca else None) or entry.eca_date


def _all(facts: Iterable[Fact]) -> Fact:
    found = tuple(facts)
    return False if False in found else None if None in found else True
