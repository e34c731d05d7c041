"""Single facts that earn points on a day: a nomination, an offer, a certificate, family; None: not known."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import CaseFile, Certificate, Job, JobOffer, Relative
from cec_desktop.rules.crs.points import Offer
from cec_desktop.rules.crs.tables import Additional, CrsBook
from cec_desktop.rules.crs.work import Range
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.noc import NocTables
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Fact
from cec_desktop.rules.rulebook import WorkTerms

SENIOR_MANAGERS = "00"
"""Codes of major group 00, senior management, begin so in every edition since points are given."""

_SIBLINGS = frozenset({"sibling", "brother", "sister", "frère", "sœur"})
_SETTLED = frozenset({"citizen", "permanent_resident", "pr"})


def couple(case: CaseFile) -> Fact:
    """Whether a spouse comes along who is neither a citizen nor a permanent resident (MI 1)."""
    spouse = case.spouse
    if spouse is None or spouse.accompanying is False or spouse.citizen_or_pr:
        return False
    return None if spouse.accompanying is None or spouse.citizen_or_pr is None else True


def nominated(case: CaseFile, day: date) -> Fact:
    """Whether a province's nomination through Express Entry holds."""
    nomination = case.nomination
    if nomination is None or nomination.express_entry is False:
        return False
    if nomination.expires_on and nomination.expires_on < day:
        return False
    if nomination.issued_on and nomination.issued_on > day:
        return False
    return None if nomination.issued_on is None or nomination.express_entry is None else True


def certified(case: CaseFile, day: date) -> Fact:
    """Whether there is a certificate of qualification in a trade."""
    held = case.certificate_of_qualification
    if held is None:
        return False
    issued = held.issued_on if isinstance(held, Certificate) else held
    return None if issued is None else issued <= day


def sibling(case: CaseFile, coming: Fact) -> Fact:
    """Whether the client, or the spouse who comes along, has a sibling who lives in Canada as settled."""
    if case.sibling_in_canada:
        return True
    found = [_relative(each, coming) for each in case.relatives_in_canada]
    if True in found:
        return True
    return None if None in found or case.sibling_in_canada is None else False


def _relative(relative: Relative, coming: Fact) -> Fact:
    if (relative.relation or "").strip().casefold() not in _SIBLINGS:
        return False
    settled = relative.status and relative.status.strip().casefold().replace(" ", "_") in _SETTLED
    facts = (
        True if relative.of != "spouse" else coming,
        None if relative.status is None else bool(settled),
        relative.lives_in_canada,
    )
    return False if False in facts else None if None in facts else True


def offer(
    case: CaseFile, day: date, version: Additional, book: CrsBook, terms: WorkTerms, noc: NocTables
) -> Range:
    """What an offer of arranged employment earns at least and at most."""
    given = case.job_offer
    if given is None or not (version.offer or version.offer_senior):
        return Offer.NONE, Offer.NONE
    occupation = offered_occupation(given, terms, noc)
    facts = tuple(fact for _, fact in offer_facts(given, day, version, book, occupation))
    if False in facts:
        return Offer.NONE, Offer.NONE
    low, high = _rank(occupation)
    return (Offer.NONE if None in facts else low), high


def offered_occupation(given: JobOffer, terms: WorkTerms, noc: NocTables) -> Occupation:
    """The occupation of an offer under the edition of a day."""
    return occupation_of(Job(noc=given.noc), terms, noc)


def _rank(occupation: Occupation) -> Range:
    """Senior management or another occupation; both where the codes it is carried to do not agree."""
    senior = {code.startswith(SENIOR_MANAGERS) for code in occupation.codes}
    low = Offer.SENIOR if senior == {True} else Offer.OTHER
    return low, (Offer.OTHER if senior == {False} else Offer.SENIOR)


def offer_facts(
    given: JobOffer, day: date, version: Additional, book: CrsBook, occupation: Occupation
) -> tuple[tuple[str, Fact], ...]:
    """What is asked of an offer, by the field that says it; hours and length not entered are enough."""
    hours, months = given.hours_per_week, given.duration_months
    ended = given.end is not None and latest(given.end) < day
    begun = given.end is None or earliest(given.end) >= day
    return (
        ("noc", occupation.accepted),
        ("hours_per_week", hours is None or hours >= book.offer_hours),
        ("duration_months", months is None or months >= book.offer_months),
        ("end", False if ended else True if begun else None),
        *_basis(given, version, book),
    )


def _basis(given: JobOffer, version: Additional, book: CrsBook) -> tuple[tuple[str, Fact], ...]:
    basis = given.basis or ("lmia" if given.lmia else None)
    if basis == "lmia":
        return ()
    if basis is None and (given.lmia is None or version.exempt_offers):
        return (("basis", None),)
    if basis in (None, "none") or not version.exempt_offers:
        return (("basis", False),)
    worked = given.months_worked_there
    return (
        ("works_there_on_permit", given.works_there_on_permit),
        ("months_worked_there", None if worked is None else worked >= book.offer_worked_months),
    )
