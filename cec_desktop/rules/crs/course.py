"""The score over time: as the file stands, day by day, with what made each change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.message import Message, message
from cec_desktop.rules.crs.findings import Step
from cec_desktop.rules.crs.standing import CrsFile, Held, Standing

MONTHS_AHEAD = 36
_DAY = timedelta(days=1)


def score_over_time(file: CrsFile, start: date, months: int = MONTHS_AHEAD) -> tuple[Step, ...]:
    """Every stretch of days with one score, from a day on; ongoing work and status are taken to go on.

    Days before there were points are left out.
    """
    file.many_days()
    steps: list[Step] = []
    before: Standing | None = None
    day, last = max(start, file.book.starts[0]), add_months(start, months)
    while day <= last:
        standing = file.on(day)
        assert standing is not None
        if before is None or _differ(before, standing, file):
            step = _step(file, standing)
            known = steps[-1] if steps else None
            if before is None or known is None:
                steps.append(step)
            elif (known.total, known.total_max, known.exact) == (step.total, step.total_max, step.exact):
                steps[-1] = replace(known, last=day)
            else:
                steps.append(replace(step, reasons=tuple(_reasons(file, before, standing))))
        else:
            steps[-1] = replace(steps[-1], last=day) if day == last else steps[-1]
        before = standing
        day += _DAY
    return tuple(_closed(steps, last))


def _closed(steps: list[Step], last: date) -> Iterator[Step]:
    """Each step up to the day before the next."""
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        yield replace(step, last=last if after is None else after.first - _DAY)


def _differ(one: Standing, other: Standing, file: CrsFile) -> bool:
    announced = file.book.announced_on
    return one[1:] != other[1:] or announced(one.day) is not announced(other.day)


def _step(file: CrsFile, standing: Standing) -> Step:
    totals = [choice.points.total for choice in standing.scenarios(file.book)]
    exact = file.book.announced_on(standing.day) is None
    return Step(standing.day, standing.day, min(totals), max(totals), exact)


def _reasons(file: CrsFile, before: Standing, after: Standing) -> Iterator[Message]:
    """What became another from one day to the next."""
    announced = file.book.announced_on(after.day)
    if announced is not file.book.announced_on(before.day):
        yield message("crs_step_announced")
    if before.version is not after.version:
        yield message("law_changes", rules=after.version.id)
    old, new = before.low, after.low
    if old.age != new.age:
        yield message("crs_step_age", n=new.age)
    if old.canadian_years != new.canadian_years:
        yield message(_up_or_down("canadian", new.canadian_years > old.canadian_years), n=new.canadian_years)
    if old.foreign_years != new.foreign_years:
        yield message(_up_or_down("foreign", new.foreign_years > old.foreign_years), n=new.foreign_years)
    yield from _tests(file, (*old.english, *old.french), (*new.english, *new.french))
    if (old.education, old.study) != (new.education, new.study):
        yield message("crs_step_education")
    if (old.nomination, old.offer, old.certificate) != (new.nomination, new.offer, new.certificate):
        yield message("crs_step_claims")
    if old[7:10] != new[7:10]:
        yield message("crs_step_spouse")
    if old == new and before.high != after.high:
        yield message("facts_change")


def _up_or_down(kind: str, up: bool) -> str:
    return f"crs_step_{kind}_{'reached' if up else 'lost'}"


def _tests(file: CrsFile, old: tuple[Held, ...], new: tuple[Held, ...]) -> Iterator[Message]:
    before, after = {index for index, _ in old}, {index for index, _ in new}
    for id_, indexes in (("test_expires", before - after), ("test_result", after - before)):
        for index in sorted(indexes):
            test = file.judge.results[index].test
            yield message(id_, test=message(f"test_{test.test}"), result=test.result_date)
