"""Offers of arranged employment on a day, and the right to work in Canada."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import JobOffer
from cec_desktop.rules.person import Fact, HeldStatus, any_true
from cec_desktop.rules.programs.facts import all_true


class OfferTerms(NamedTuple):
    """What an offer has to be: hours a week, months, and months worked for the employer."""

    hours: int
    months: int
    worked_months: int


class Offer(NamedTuple):
    """Whether an offer counts, and whether it also lifts the requirement of funds; by what fields."""

    counts: Fact
    lifts_funds: Fact
    facts: tuple[tuple[str, Fact], ...]


NO_OFFER: Final = Offer(False, False, ())


def may_work_on(statuses: Sequence[HeldStatus], day: int) -> Fact:
    """Whether a right to work holds on a day, by permit or without; not known where no status is entered."""
    facts: list[Fact] = []
    for held in statuses:
        covers = held.days.covers(day)
        if covers is not False:
            facts.append(held.right.allowed if covers else None)
    return any_true(facts) if facts else None


def offer_on(given: JobOffer | None, day: date, terms: OfferTerms, accepted: Fact, permit: Fact) -> Offer:
    """Arranged employment as R82(2) and R87.2(3)(d)(ii) to (v) have it.

    ``accepted``: whether the occupation is one asked for; ``permit``: a right to work on the day. Hours and
    length that are not entered are enough, as the format says.
    """
    if given is None:
        return NO_OFFER
    hours, months = given.hours_per_week, given.duration_months
    basis = given.basis or ("lmia" if given.lmia else None)
    shape: list[tuple[str, Fact]] = [
        ("noc", accepted),
        ("hours_per_week", hours is None or hours >= terms.hours),
        ("duration_months", months is None or months >= terms.months),
        ("end", _not_over(given, day)),
    ]
    if basis == "lmia":
        lifted = _any_permit(given.works_there_on_permit, permit)
        counts = all_true(fact for _, fact in shape)
        return Offer(counts, all_true((counts, lifted)), (*shape, ("works_there_on_permit", True)))
    if basis in ("exempt_treaty", "exempt_r205"):
        worked = given.months_worked_there
        shape += [
            ("works_there_on_permit", given.works_there_on_permit),
            ("months_worked_there", None if worked is None else worked >= terms.worked_months),
        ]
    else:
        shape.append(("basis", None if basis is None else False))
    counts = all_true(fact for _, fact in shape)
    return Offer(counts, counts, tuple(shape))


def _any_permit(there: Fact, permit: Fact) -> Fact:
    """Paragraphs (a) and (d) lift funds: a permit for that employer, or another one; (c) does not."""
    return True if there else permit


def _not_over(given: JobOffer, day: date) -> Fact:
    if given.end is None or earliest(given.end) >= day:
        return True
    return False if latest(given.end) < day else None
