"""What would help: every change and every two together that raise the score, with the exact gain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from cec_desktop.rules.crs.changes import Change, possible_changes
from cec_desktop.rules.crs.findings import Help
from cec_desktop.rules.crs.standing import CrsFile, Ends, Standing, best_choice

Scenario = tuple[Ends, bool, int, int]
"""Facts, column, which end they are of, and their points as they stand."""


def what_would_help(file: CrsFile, on: date) -> tuple[Help, ...]:
    """Single and paired changes that raise the score of a day, greatest gain first; sooner before later.

    A pair is listed where it gains more than either change alone. Everything else is as on the day.
    """
    standing = file.on(on)
    if standing is None:
        return ()
    scenarios = _scenarios(file, standing)
    lowest = best_choice(standing.low, scenarios[0][1], file.book, standing.version)
    singles: list[tuple[Change, Help]] = []
    found: list[Help] = []
    for change in possible_changes(file, standing, lowest):
        said = _gain(file, standing, scenarios, (change,))
        if said.highest > 0:
            found.append(said)
        if said.highest >= 0:
            singles.append((change, said))
    for (one, alone), (other, beside) in combinations(singles, 2):
        if one.touches & other.touches:
            continue
        pair = _gain(file, standing, scenarios, (one, other))
        if pair.highest > 0 and pair.gain > max(alone.gain, beside.gain):
            found.append(pair)
    return tuple(sorted(found, key=_order))


def _order(each: Help) -> tuple[int, int, int, date]:
    return -each.gain, -each.highest, len(each.ids), each.effective


def _scenarios(file: CrsFile, standing: Standing) -> tuple[Scenario, ...]:
    columns = (True, False) if standing.couple is None else (standing.couple,)
    ends = (standing.low,) if standing.low == standing.high else (standing.low, standing.high)
    return tuple(
        (facts, column, end, best_choice(facts, column, file.book, standing.version).points.total)
        for end, facts in enumerate(ends)
        for column in columns
    )


def _gain(
    file: CrsFile, standing: Standing, scenarios: Sequence[Scenario], changes: tuple[Change, ...]
) -> Help:
    gains = []
    for facts, column, end, before in scenarios:
        changed, chosen = facts, column
        for change in changes:
            changed, chosen = change.apply(changed, chosen, end)
        gains.append(best_choice(changed, chosen, file.book, standing.version).points.total - before)
    return Help(
        tuple(change.message for change in changes),
        tuple(change.id for change in changes),
        min(gains),
        max(gains),
        max(change.effective for change in changes),
    )
