"""The tree of conditions, in the regulation's own order, each with citation, outcome and facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

from cec_desktop.casefile.message import Message, message
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.deciding import EXCLUSION_OF
from cec_desktop.rules.findings import Fact, Finding, JobWork, Occupation, Outcome, all_of, any_of
from cec_desktop.rules.jobdays import State
from cec_desktop.rules.judge import DayState, Judge, StreamState
from cec_desktop.rules.results import Result
from cec_desktop.rules.rulebook import ClassVersion, RuleBook
from cec_desktop.rules.sweep import Entity
from cec_desktop.rules.workdays import window_first

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED


def class_in_force_finding(book: RuleBook) -> Finding:
    """Before the class existed nothing can be met."""
    first = book.versions[0]
    return Finding(
        "class_in_force",
        first.citations["residence_intent"],
        NOT_MET,
        message("class_in_force", first_day=first.first_day, instrument=first.instrument),
    )


def conditions_of(
    judge: Judge,
    state: DayState,
    spoken: StreamState | None,
    work: tuple[JobWork, ...],
    result: Result | None,
) -> tuple[Finding, ...]:
    """All conditions of the text in force on the day."""
    version = state.regime.version
    assert version is not None
    assert spoken is not None
    tree = _Tree(judge, state, spoken, work, result, version)
    if len(version.streams) > 1:
        return (tree.residence(), tree.streams(), *tree.exclusions())
    return (
        tree.residence(),
        tree.work_experience(spoken, restricted=True),
        *tree.duties(),
        tree.language(spoken),
        tree.language_level(spoken),
        *tree.exclusions(),
    )


class _Tree:
    """Builds the findings of one day; every method is one provision."""

    def __init__(
        self,
        judge: Judge,
        state: DayState,
        spoken: StreamState,
        work: tuple[JobWork, ...],
        result: Result | None,
        version: ClassVersion,
    ) -> None:
        self.judge = judge
        self.state = state
        self.spoken = spoken
        self.work = work
        self.result = result
        self.version = version
        assert state.regime.terms is not None
        self.scheme = judge.book.noc.scheme(state.regime.terms.editions[-1])
        self.sweep = judge.sweep(state.regime.terms)

    def _finding(
        self,
        id_: str,
        outcome: Outcome,
        says: Message,
        facts: Iterable[Fact] = (),
        conditions: Iterable[Finding] = (),
        citation: str | None = None,
    ) -> Finding:
        return Finding(
            id_, citation or self.version.citations[id_], outcome, says, tuple(facts), tuple(conditions)
        )

    def residence(self) -> Finding:
        destination = self.judge.case.destination
        says = (
            message("residence_intent")
            if destination is None
            else message(
                "residence_intent_in",
                place=Message(f"province_{destination}") if destination in PROVINCES else destination,
            )
        )
        return self._finding(
            "residence_intent",
            self.state.residence,
            says,
            () if destination is None else (Fact("destination", message("fact_text", text=destination)),),
        )

    def streams(self) -> Finding:
        graduates = [stream for stream in self.state.streams if stream.stream.after_credential]
        nodes = []
        for stream in self.version.streams:
            states = (
                graduates
                if stream.after_credential
                else [s for s in self.state.streams if s.stream is stream]
            )
            nodes.append(self._stream(stream.id, stream.citation, states))
        return self._finding(
            "streams", any_of([node.outcome for node in nodes]), message("streams"), conditions=nodes
        )

    def _stream(self, id_: str, citation: str, states: list[StreamState]) -> Finding:
        says = message(f"stream_{id_}")
        if not states:
            nothing = self._finding("credential", NOT_MET, message("credential_none"))
            return self._finding(id_, NOT_MET, says, conditions=(nothing,), citation=citation)
        shown = self.spoken if self.spoken in states else best_of(states)
        parts = [
            self.work_experience(shown, restricted=False),
            self.language(shown),
            self.language_level(shown),
        ]
        if shown.credential is not None:
            parts.insert(0, self._credential(shown))
        return self._finding(id_, shown.outcome, says, conditions=parts, citation=citation)

    def _credential(self, stream: StreamState) -> Finding:
        tried = stream.credential
        assert tried is not None
        study = self.judge.case.studies[tried.index]
        outcome = MET if tried.qualifies else UNDETERMINED if tried.qualifies is None else NOT_MET
        edge = study.credential_date
        return self._finding(
            "credential",
            outcome,
            message(
                f"credential_{outcome.value}",
                clause=tried.clause,
                institution=study.institution or message("institution_not_entered"),
                obtained=edge if isinstance(edge, date) else str(edge),
            ),
            (
                Fact(
                    f"studies[{tried.index}]",
                    message(
                        "fact_text",
                        text=study.program or study.institution or message("institution_not_entered"),
                    ),
                ),
            ),
        )

    def work_experience(self, stream: StreamState, *, restricted: bool) -> Finding:
        window = message(
            "window",
            first=date.fromordinal(window_first(self.state, stream)),
            last=date.fromordinal(stream.last),
        )
        sure = stream.work is NOT_MET and stream.possible == stream.counted
        says = message(
            "work_experience_short" if sure else f"work_experience_{stream.work.value}",
            counted=self.sweep.hours(stream.counted),
            possible=self.sweep.hours(stream.possible),
            required=self.sweep.hours(stream.required),
            window=window,
        )
        facts = [
            Fact(
                f"jobs[{job.index}]",
                message(
                    "fact_job",
                    employer=self.judge.case.jobs[job.index].employer or message("employer_not_entered"),
                    hours=job.hours,
                    days=job.days,
                ),
            )
            for job in self.work
            if job.days and stream is self.spoken
        ]
        parts = [self._occupations()]
        if restricted:
            parts.append(self._finding("restricted_occupation", MET, message("restricted_occupation")))
        return self._finding(
            "work_experience",
            stream.work,
            says,
            facts,
            parts,
            citation=stream.stream.citation,
        )

    def _occupations(self) -> Finding:
        jobs = [job for job in self.work if job.index in self._in_window]
        accepted = [job.occupation.accepted for job in jobs]
        outcome = MET if True in accepted else UNDETERMINED if None in accepted else NOT_MET
        levels = tuple(self.version.levels)
        facts = [
            Fact(
                f"jobs[{job.index}].noc",
                occupation_message(job.occupation),
            )
            for job in jobs
        ]
        says = message("occupation_level", levels=level_message(levels, self.scheme))
        return self._finding("occupation_level", outcome, says, facts)

    @cached_property
    def _in_window(self) -> set[int]:
        """Jobs with days in the window."""
        first, last = self.spoken.first, self.spoken.last
        return {
            index
            for index, stretches in enumerate(self.sweep.stretches)
            if stretches and stretches[0].first <= last and stretches[-1].last >= first
        }

    def duties(self) -> tuple[Finding, ...]:
        jobs = [(index, job) for index, job in enumerate(self.judge.case.jobs) if index in self._in_window]
        denied = [index for index, job in jobs if job.duties_match is False]
        refused = bool(denied) and not self.spoken.possible
        outcome = NOT_MET if refused else MET
        # Work in an occupation that is not accepted brings nothing, whatever its duties were.
        asked = [job for index, job in jobs if self.sweep.occupations[index].accepted is not False]
        confirmed = all(job.duties_match is not None for job in asked)
        suffix = "not_met" if refused else "no_work" if not jobs else "met" if confirmed else "assumed"
        facts = [Fact(f"jobs[{index}].duties_match", message("fact_duties_denied")) for index in denied]
        return tuple(
            self._finding(id_, outcome, message(f"{id_}_{suffix}"), facts)
            for id_ in ("lead_statement", "main_duties")
        )

    def language(self, stream: StreamState) -> Finding:
        result = self.result
        if result is None:
            held = bool(self.judge.results)
            return self._finding(
                "language", stream.language, message("language_none_held" if held else "language_none")
            )
        levels = dict(zip(ABILITIES, result.levels.each(), strict=True))
        undated = "_undated" if result.test.result_date is None else ""
        return self._finding(
            "language",
            stream.language,
            message(
                f"language_{stream.language.value}{undated}",
                test=message(f"test_{result.test.test}"),
                result=result.test.result_date,
                **levels,
            ),
            (
                Fact(
                    f"language_tests[{result.index}]",
                    message("fact_levels", test=message(f"test_{result.test.test}"), **levels),
                ),
            ),
        )

    def language_level(self, stream: StreamState) -> Finding:
        """Which threshold applies: of the occupation (from 2013) or level with most hours."""
        decided = len(stream.thresholds) < 2 or stream.language is not UNDETERMINED
        standings = self.sweep.standings(stream.first, stream.last) if stream.counted else {}
        if not decided:
            says = message("language_level_open", levels=stream.thresholds)
        elif not standings:
            says = message("language_level_no_work")
        else:
            entity, (_, clb) = max(standings.items(), key=lambda standing: standing[1])
            by_level = self.version.decides == "level"
            id_ = "language_level_by_level" if by_level else "language_level_by_occupation"
            says = message(id_, clb=clb, main=self._main(entity))
        return self._finding("language_level", MET if decided else UNDETERMINED, says)

    def _main(self, entity: Entity) -> Message | str:
        """The occupation or the levels that decide the threshold."""
        if isinstance(entity, tuple):
            return str(entity[1])
        return level_message(
            (level for level, clb in self.version.levels.items() if clb == entity), self.scheme
        )

    def exclusions(self) -> tuple[Finding, ...]:
        """R87.1(3): work left out, and before 2016-11-19 status during study."""
        status = self._exclusion("temporary_status")
        if self.version.study_needs_status:
            study_part = self._finding(
                "study_status",
                self.state.study_status,
                message(f"study_status_{self.state.study_status.value}"),
                citation=self.version.citations["temporary_status"],
            )
            outcome = all_of([status.outcome, self.state.study_status])
            status = self._finding("temporary_status", outcome, status.message, status.facts, (study_part,))
        return self._exclusion("study_excluded"), self._exclusion("self_employment_excluded"), status

    def _exclusion(self, id_: str) -> Finding:
        """Days left out are no failure; days not known leave it open where they decide the hours."""
        left_out = {job: days for (kind, job), days in self._days.items() if kind == (id_, False)}
        open_days = {job: days for (kind, job), days in self._days.items() if kind == (id_, True)}
        undecided = bool(open_days) and self.spoken.work is UNDETERMINED
        facts = [
            Fact(f"jobs[{job}]", message("fact_days_left_out", n=days)) for job, days in left_out.items()
        ]
        facts += [
            Fact(f"jobs[{job}]", message("fact_days_not_known", n=days)) for job, days in open_days.items()
        ]
        if undecided:
            says = message(f"{id_}_open", n=self._calendar_days(id_, unknown=True))
        elif left_out:
            says = message(f"{id_}_days", n=self._calendar_days(id_, unknown=False))
        else:
            says = message(id_)
        return self._finding(id_, UNDETERMINED if undecided else MET, says, facts)

    @cached_property
    def _days(self) -> dict[tuple[tuple[str, bool], int], int]:
        """Days in the window by exclusion, whether they are open, and job."""
        days: dict[tuple[tuple[str, bool], int], int] = {}
        for kind, job, first, last in self._excluded:
            days[kind, job] = days.get((kind, job), 0) + last - first + 1
        return days

    @cached_property
    def _excluded(self) -> list[tuple[tuple[str, bool], int, int, int]]:
        """Stretches in the window that an exclusion takes out, or may: its id, whether open, job, days."""
        found = []
        opens, closes = self.spoken.first, self.spoken.last
        for job, stretches in enumerate(self.sweep.stretches):
            for first, last, state, reasons, unknowns, _ in stretches:
                if state is State.YES or last < opens or first > closes:
                    continue
                unknown = state is State.UNKNOWN
                days = (job, max(first, opens), min(last, closes))
                whys = _exclusions_of(unknowns if unknown else reasons)
                found += [((id_, unknown), *days) for id_ in whys]
        return found

    def _calendar_days(self, id_: str, *, unknown: bool) -> int:
        """Days of the calendar an exclusion takes out, however many jobs were held on them."""
        days, end = 0, 0
        spans = sorted((first, last) for kind, _, first, last in self._excluded if kind == (id_, unknown))
        for first, last in spans:
            days += max(0, last - max(first, end + 1) + 1)
            end = max(end, last)
        return days


@lru_cache(maxsize=1024)
def _exclusions_of(whys: tuple[str, ...]) -> tuple[str, ...]:
    """The exclusions that reasons, or missing facts, belong to."""
    return tuple(dict.fromkeys(EXCLUSION_OF[why] for why in whys if why in EXCLUSION_OF))


PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")


def best_of(states: list[StreamState]) -> StreamState:
    """The state with the best outcome, then the most hours, then the likeliest credential."""
    rank = {NOT_MET: 0, UNDETERMINED: 1, MET: 2, Outcome.NOT_APPLICABLE: 0}
    likely = {False: 0, None: 1, True: 2}
    return max(
        states,
        key=lambda state: (rank[state.outcome], state.counted, state.possible, likely[state.qualifies]),
    )


def level_message(levels: Iterable[str], scheme: str) -> Message:
    """The name of an occupation level, or of several, such as TEER 1, or Skill Type 0 or Skill Level A."""
    return Message("_".join((scheme, *levels)))


@lru_cache(maxsize=1024)
def occupation_message(occupation: Occupation) -> Message:
    """A job's occupation in words: edition, code, level, and what it was carried over from."""
    if occupation.code is None:
        return message("fact_occupation_none")
    named = {"edition": occupation.edition, "code": occupation.code}
    if occupation.accepted is None or occupation.level is None:
        return message("fact_occupation_open", **named)
    level = level_message((occupation.level,), occupation.scheme)
    if occupation.carried_from is None or occupation.edition == occupation.carried_from[0]:
        return message("fact_occupation", **named, level=level)
    from_edition, from_code = occupation.carried_from
    return message(
        "fact_occupation_carried", **named, level=level, from_edition=from_edition, from_code=from_code
    )
