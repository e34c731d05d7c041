"""The family: relatives in Canada, its size, and the funds asked for it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cec_desktop.casefile.model import CaseFile, Child, Relative
from cec_desktop.rules.person import Fact, any_true
from cec_desktop.rules.programs.book import FundsRules, Relatives, on_day
from cec_desktop.rules.programs.facts import age_on, all_true


def related(case: CaseFile, coming: Fact, rules: Relatives) -> Fact:
    """R83(1)(d), (5): a relative of the client, or of the spouse who comes along, settled in Canada."""
    found: list[Fact] = [_relative(each, coming, rules) for each in case.relatives_in_canada]
    return any_true((case.sibling_in_canada, *found))


def _relative(relative: Relative, coming: Fact, rules: Relatives) -> Fact:
    return all_true(fact for _, fact in relative_facts(relative, coming, rules))


def relative_facts(relative: Relative, coming: Fact, rules: Relatives) -> tuple[tuple[str, Fact], ...]:
    """What is asked of a relative, by the field that says it; a word that is not known leaves it open."""
    word = (relative.relation or "").strip().casefold()
    known = word in rules.related or word in rules.not_related
    settled = (relative.status or "").strip().casefold().replace(" ", "_")
    return (
        ("relation", (word in rules.related) if known else None),
        ("of", True if relative.of != "spouse" else coming),
        ("status", None if relative.status is None else settled in rules.settled),
        ("lives_in_canada", relative.lives_in_canada),
    )


class Funds(NamedTuple):
    """Funds asked of a family and held by it; ``asked`` at least and at most, None where no table is held."""

    persons: tuple[int, int]
    asked: tuple[int, int] | None
    enough: Fact
    renewed_by: date | None


def funds_on(case: CaseFile, day: date, rules: FundsRules) -> Funds:
    """Whether the funds of a file are those asked on a day; all family members count, accompanying or not."""
    persons = family_size(case, day, rules)
    amounts = on_day(rules.amounts, day)
    if amounts is None:
        return Funds(persons, None, None, None)
    asked = amounts.for_family(persons[0]), amounts.for_family(persons[1])
    held = case.funds
    if held is None:
        return Funds(persons, asked, False, amounts.renewed_by)
    if held.amount is None:
        return Funds(persons, asked, None, amounts.renewed_by)
    enough: Fact = True if held.amount >= asked[1] else False if held.amount < asked[0] else None
    return Funds(persons, asked, enough, amounts.renewed_by)


def family_size(case: CaseFile, day: date, rules: FundsRules) -> tuple[int, int]:
    """The client, the spouse and the dependent children: at least and at most."""
    facts = [dependent(child, day, rules) for child in case.children]
    family = 1 + (case.spouse is not None)
    return family + facts.count(True), family + facts.count(True) + facts.count(None)


def dependent(child: Child, day: date, rules: FundsRules) -> Fact:
    """Whether a child is a family member on a day: young and without a spouse, or by a condition."""
    if child.dependent_by_condition:
        return True
    rule = on_day(rules.dependent_child, day)
    young: Fact = None
    if child.date_of_birth is not None and rule is not None:
        young = child.date_of_birth <= day and age_on(child.date_of_birth, day) < rule.under
    single: Fact = child.marital_status not in ("married", "common_law")
    return all_true((young, single))
