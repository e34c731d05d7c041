"""A job's occupation under the edition of the classification in force, carried over where needed."""

from __future__ import annotations

from cec_desktop.casefile.model import Job, NocCode
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.noc import NocTables
from cec_desktop.rules.rulebook import WorkTerms


def occupation_of(job: Job, terms: WorkTerms, noc: NocTables) -> Occupation:
    """The occupation on terms of a day.

    A code of the edition in force stands; ``noc_also`` answers before the concordance. A code carried
    to several targets that agree on counting and threshold is one occupation under its old code; where
    they disagree the occupation is not known (``accepted`` None).
    """
    given = [code for code in (job.noc, *job.noc_also) if code is not None and noc.has_edition(code.version)]
    for code in given:
        if code.version in terms.editions:
            return _occupation(code.version, (code.code,), terms, noc, None)
    target = terms.editions[-1]
    # Codes of an edition that differs in name only answer as those of the edition in force.
    given.sort(key=lambda code: not noc.same_codes(code.version, target))
    answers = [_carried(code, target, terms, noc) for code in given]
    decided = [answer for answer in answers if answer.accepted is not None]
    if decided or answers:
        return (decided or answers)[0]
    return Occupation(target, None, None, None, None)


def _carried(code: NocCode, target: str, terms: WorkTerms, noc: NocTables) -> Occupation:
    return _occupation(
        target, noc.carry(code.version, code.code, target), terms, noc, (code.version, code.code)
    )


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
