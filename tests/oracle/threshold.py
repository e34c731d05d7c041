"""Which language threshold undecided hours may lead to: every way they can fall is tried.

Days that are alike (the same jobs bring the same hours) are gathered first; within a way for the hours to
fall they fare alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, permutations, product

from tests.oracle.facts import Occupation

Kind = tuple[str, int]
"""An occupation and its threshold."""


@dataclass(frozen=True)
class Bring:
    """What one job brings on one day before the cap; hours not known are entered as a full day's."""

    job: int
    hours: Fraction
    sure: bool
    hours_known: bool = True


Day = frozenset[Bring]
Choice = frozenset[Bring]


@dataclass(frozen=True)
class Work:
    """The days of a window that bring or may bring hours, how many are alike, and the cap of a day."""

    days: dict[Day, int]
    cap: Fraction
    occupations: dict[int, Occupation]
    by_level: bool

    def settled(self) -> dict[Kind, Fraction]:
        """Hours of each occupation from what is sure."""
        return self._tally(self._kinds_known(), lambda day: sure_of(day))

    def decides(self) -> int | None:
        """The threshold the sure hours lead to; None when no hour counts."""
        return self._leader(self.settled())

    def possible_thresholds(self) -> set[int]:
        """Every threshold some way of deciding the undecided hours leads to."""
        found: set[int] = set()
        for kinds in self._ways_to_name():
            for pick in self._ways_to_fall(kinds):
                threshold = self._leader(self._tally(kinds, pick))
                if threshold is not None:
                    found.add(threshold)
            if found == {5, 7}:
                break
        return found

    def undecided(self) -> bool:
        """Whether any hours hang on a missing fact."""
        return any(not bring.sure for day in self.days for bring in day)

    def tie(self) -> bool:
        """Whether hours of both thresholds lead with exactly as many."""
        best = self._best(self.settled())
        return len(set(best)) == 2

    def _kinds_known(self) -> dict[int, Kind]:
        return {
            job: (each.key, each.threshold)
            for job, each in self.occupations.items()
            if each.key is not None and each.threshold is not None
        }

    def _ways_to_name(self) -> Iterator[dict[int, Kind]]:
        """Each way to fill in the occupations not known: one entered already, or a new one."""
        known = self._kinds_known()
        entered = set(known.values())
        unnamed = sorted({bring.job for day in self.days for bring in day} - known.keys())
        anything = [*sorted(entered), ("new, 7", 7), ("new, 5", 5)]
        options = [self.occupations[job].choices or anything for job in unnamed]
        for names in product(*options):
            yield known | dict(zip(unnamed, names, strict=True))

    def _ways_to_fall(self, kinds: dict[int, Kind]) -> Iterator[Callable[[Day], Choice]]:
        """Undecided hours of some jobs count and of others not; or each day as serves one against another."""
        unsure = sorted({bring.job for day in self.days for bring in day if not bring.sure})
        for size in range(len(unsure) + 1):
            for jobs in combinations(unsure, size):
                yield lambda day, jobs=jobs: frozenset(b for b in day if b.sure or b.job in jobs)  # type: ignore[misc]
                yield lambda day, jobs=jobs: frozenset(  # type: ignore[misc]
                    _at_most(b) for b in day if b.sure or b.job in jobs
                )
        for ahead, behind in permutations(set(kinds.values()), 2):
            yield lambda day, a=ahead, z=behind: self._in_favour(day, kinds, a, z)  # type: ignore[misc]

    def _in_favour(self, day: Day, kinds: dict[int, Kind], ahead: Kind, behind: Kind) -> Choice:
        unsure = [(None, bring, _at_most(bring)) for bring in day if not bring.sure]
        ways = [sure_of(day) | frozenset(each for each in chosen if each) for chosen in product(*unsure)]

        def lead(way: Choice) -> Fraction:
            shares = self._shares(way)
            mine = sum(share for job, share in shares.items() if self._side(kinds[job], ahead))
            theirs = sum(share for job, share in shares.items() if self._side(kinds[job], behind))
            return Fraction(mine - theirs)

        return max(ways, key=lead)

    def _side(self, one: Kind, other: Kind) -> bool:
        return one[1] == other[1] if self.by_level else one == other

    def _shares(self, choice: Choice) -> dict[int, Fraction]:
        total = sum(bring.hours for bring in choice)
        scale = self.cap / total if total > self.cap else Fraction(1)
        return {bring.job: bring.hours * scale for bring in choice}

    def _tally(self, kinds: dict[int, Kind], pick: Callable[[Day], Choice]) -> dict[Kind, Fraction]:
        tally: dict[Kind, Fraction] = {}
        for day, times in self.days.items():
            for job, share in self._shares(pick(day)).items():
                tally[kinds[job]] = tally.get(kinds[job], Fraction(0)) + share * times
        return tally

    def _best(self, tally: dict[Kind, Fraction]) -> list[int]:
        """The thresholds of the occupations, or before 2013 the levels, with most hours."""
        groups: dict[object, Fraction] = {}
        for kind, hours in tally.items():
            group = ("level", kind[1]) if self.by_level else kind
            groups[group] = groups.get(group, Fraction(0)) + hours
        most = max(groups.values(), default=Fraction(0))
        if most == 0:
            return []
        return [group[1] for group, hours in groups.items() if hours == most]  # type: ignore[index]

    def _leader(self, tally: dict[Kind, Fraction]) -> int | None:
        return max(self._best(tally), default=None)


def _at_most(bring: Bring) -> Bring:
    """Hours not known may be those of a whole day, and take that share of the cap."""
    return bring if bring.hours_known else replace(bring, hours=Fraction(24))


def sure_of(day: Day) -> Choice:
    return frozenset(bring for bring in day if bring.sure)
