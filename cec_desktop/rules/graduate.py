"""The graduate stream's credentials, R87.1(2)(a)(i)(A) to (D) and (3)(d) to (f), 2008-09-17 to 2013-01-01."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cec_desktop.casefile.dates import add_months, earliest, latest
from cec_desktop.casefile.model import CaseFile, Study
from cec_desktop.rules.person import Fact
from cec_desktop.rules.rulebook import GraduateRule


@dataclass(frozen=True, slots=True)
class CredentialTry:
    """A credential tried for the stream: the clause, and whether it qualifies.

    ``index`` is its place among the studies; days are ordinals of its date, which may be a whole month.
    ``missing`` names the fields that would decide.
    """

    index: int
    clause: str
    qualifies: Fact
    first_day: int
    last_day: int
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Check:
    """Facts that all must hold, with the names of those not known."""

    verdict: Fact = True
    missing: tuple[str, ...] = ()

    def ask(self, fact: Fact, field: str) -> None:
        if fact is False:
            self.verdict = False
        elif fact is None:
            self.missing = (*self.missing, field)
            self.verdict = None if self.verdict else self.verdict


def credential_tries(case: CaseFile, rule: GraduateRule) -> tuple[CredentialTry, ...]:
    """Every obtained credential, by the clause that serves it best."""
    tries = []
    for index, study in enumerate(case.studies):
        if study.credential_date is None:
            continue
        options = [_alone(index, study, rule)]
        options += [_after(index, study, first, rule) for first in case.studies if first is not study]
        tries.append(max(options, key=lambda option: _RANK[option.qualifies]))
    return tuple(tries)


_RANK: dict[Fact, int] = {False: 0, None: 1, True: 2}


def _alone(index: int, study: Study, rule: GraduateRule) -> CredentialTry:
    check = _common(study)
    check.ask(
        _of_kind(study, rule.credentials),
        "institution_kind" if study.institution_kind is None else "credential",
    )
    check.ask(_at_least((study.full_time_months,), rule.program_months), "full_time_months")
    check.ask(_at_least((_present(study),), rule.presence_months), "full_time_months")
    clause = {"private_quebec_funded": "(B)", "private_degree_granting": "(C)"}.get(
        study.institution_kind or "", "(A)"
    )
    return _try(index, study, clause, check)


def _after(index: int, study: Study, first: Study, rule: GraduateRule) -> CredentialTry:
    """Route (D): a graduate degree soon after an earlier credential of (A) or (C)."""
    check = _common(study)
    check.ask(
        None if study.credential is None else study.credential in rule.route_d_credentials, "credential"
    )
    check.ask(
        None if study.institution_kind is None else study.institution_kind != "other", "institution_kind"
    )
    check.ask(_at_least((study.full_time_months,), rule.route_d_months), "full_time_months")
    earlier = _common(first)
    kinds = {kind: names for kind, names in rule.credentials.items() if kind in rule.route_d_first_kinds}
    earlier.ask(_of_kind(first, kinds), "credential")
    earlier.ask(_at_least((first.full_time_months,), rule.route_d_first_months), "full_time_months")
    earlier.ask(_follows(study, first, rule), "credential_date")
    together = _at_least((_present(study), _present(first)), rule.route_d_total_months)
    check.ask(together, "months_in_canada")
    if earlier.verdict is not True:
        check.ask(earlier.verdict, "credential")
    return _try(index, study, "(D)", check)


def _try(index: int, study: Study, clause: str, check: _Check) -> CredentialTry:
    assert study.credential_date is not None
    return CredentialTry(
        index,
        clause,
        check.verdict,
        earliest(study.credential_date).toordinal(),
        latest(study.credential_date).toordinal(),
        check.missing,
    )


def _common(study: Study) -> _Check:
    """What every clause asks: study in Canada, not of language, without a duty to return.

    That it was full-time is asked by the months of full-time study.
    """
    check = _Check()
    check.ask(None if study.country is None else study.country == "CA", "country")
    check.ask(_not(study.mostly_language_training), "mostly_language_training")
    check.ask(_not(study.award_with_return_condition), "award_with_return_condition")
    return check


def _not(fact: Fact) -> Fact:
    return None if fact is None else not fact


def _of_kind(study: Study, kinds: Mapping[str, tuple[str, ...]]) -> Fact:
    if study.credential is None:
        # Still out where no institution of the kind could give any credential that counts.
        return None if study.institution_kind is None or kinds.get(study.institution_kind) else False
    if study.institution_kind is None:
        return None if any(study.credential in names for names in kinds.values()) else False
    return study.credential in kinds.get(study.institution_kind, ())


def _present(study: Study) -> Decimal | None:
    """Months of study physically in Canada; all of them unless the file says fewer; none by distance."""
    if study.distance:
        return Decimal(0)
    if study.distance is None and study.months_in_canada is None:
        return None
    return study.full_time_months if study.months_in_canada is None else study.months_in_canada


def _at_least(months: Iterable[Decimal | None], needed: int) -> Fact:
    values = tuple(months)
    known = sum((value for value in values if value is not None), Decimal(0))
    if known >= needed:
        return True
    return None if None in values else False


def _follows(study: Study, first: Study, rule: GraduateRule) -> Fact:
    """Whether the second credential came after the first, not later than its anniversary of two years."""
    if study.credential_date is None or first.credential_date is None:
        return False
    sure = latest(first.credential_date) < earliest(study.credential_date) and latest(
        study.credential_date
    ) <= add_months(earliest(first.credential_date), rule.route_d_gap_months)
    possible = earliest(first.credential_date) < latest(study.credential_date) and earliest(
        study.credential_date
    ) <= add_months(latest(first.credential_date), rule.route_d_gap_months)
    return True if sure else None if possible else False
