"""A job's occupation under the edition of the classification in force, carried over where needed."""

from __future__ import annotations

from functools import lru_cache

from cec_desktop.casefile.model import Job
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.noc import NocTables
from cec_desktop.rules.rulebook import WorkTerms


def occupation_of(job: Job, terms: WorkTerms, noc: NocTables) -> Occupation:
    """The occupation on terms of a day.

    A code of the edition in force stands; ``noc_also`` answers before the concordance. A code carried
    to several targets that agree on counting and threshold is one occupation under its old code; where
    they disagree the occupation is not known (``accepted`` None).
    """
    return _of_codes(
        tuple((code.version, code.code) for code in (job.noc, *job.noc_also) if code is not None), terms, noc
    )


@lru_cache(maxsize=4096)
def _of_codes(codes: tuple[tuple[str, str], ...], terms: WorkTerms, noc: NocTables) -> Occupation:
    """The same for the codes of a job, its own first; kept, since few codes are in many files."""
    given = [(edition, code) for edition, code in codes if noc.has_edition(edition)]
    for edition, code in given:
        if edition in terms.editions:
            return _occupation(edition, (code,), terms, noc, None)
    target = terms.editions[-1]
    # Codes of an edition that differs in name only answer as those of the edition in force.
    given.sort(key=lambda each: not noc.same_codes(each[0], target))
    answers = [_occupation(target, noc.carry(*each, target), terms, noc, each) for each in given]
    decided = [answer for answer in answers if answer.accepted is not None]
    if decided or answers:
        return (decided or answers)[0]
    return Occupation(target, None, None, None, None)


def _occupation(
    edition: str, codes: tuple[str, ...], terms: WorkTerms, noc: NocTables, origin: tuple[str, str] | None
) -> Occupation:
    levels = {noc.level(edition, code) for code in codes}
    verdicts = {_verdict(code, noc.level(edition, code), terms) for code in codes}
    agreed = next(iter(verdicts)) if len(verdicts) == 1 else None
    carried_under_old_code = origin is not None and len(codes) > 1
    return Occupation(
        edition=origin[0] if origin and carried_under_old_code else edition,
        code=origin[1]
        if origin and carried_under_old_code
        else next(iter(codes), origin[1] if origin else None),
        level=next(iter(levels)) if len(levels) == 1 else None,
        accepted=None if agreed is None else agreed is not _NOT_ACCEPTED,
        threshold=agreed or None,
        codes=codes,
        carried_from=origin,
        options=()
        if agreed is not None
        else tuple((code, clb) for code in codes if (clb := _verdict(code, noc.level(edition, code), terms))),
        scheme=noc.scheme(edition),
    )


_NOT_ACCEPTED = 0


def _verdict(code: str, level: str, terms: WorkTerms) -> int:
    """The threshold of the level, or 0 where the occupation is not accepted."""
    return _NOT_ACCEPTED if code in terms.excluded else terms.levels.get(level, _NOT_ACCEPTED)
