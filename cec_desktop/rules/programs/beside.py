"""The three classes of Express Entry side by side: which of them the client is in on a day."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Outcome
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.membership import membership_on
from cec_desktop.rules.programs.book import ProgramBook
from cec_desktop.rules.programs.fst import FstFile
from cec_desktop.rules.programs.fst_findings import fst_on
from cec_desktop.rules.programs.fsw import FswFile
from cec_desktop.rules.programs.fsw_findings import fsw_on
from cec_desktop.rules.programs.results import Program, Programs
from cec_desktop.rules.rulebook import RuleBook


class ProgramsFile:
    """One file, ready to be judged in all three classes on any day.

    ``judge`` may be one that serves the same file already, so that its work is not counted twice.
    """

    def __init__(
        self, case: CaseFile, rules: RuleBook, book: ProgramBook | None = None, judge: Judge | None = None
    ) -> None:
        self.judge = judge or Judge(case, rules)
        self.fsw = FswFile(case, rules, book, self.judge)
        self.fst = FstFile(case, rules, book, self.judge)

    def outcome(self, program: str, day: date) -> Outcome:
        """Membership in one class (``cec``, ``fsw``, ``fst``) on a day, without the reasons.

        Raises:
            KeyError: it is none of the three.
        """
        if program == "cec":
            return self.judge.on(day.toordinal()).outcome
        if program == "fsw":
            worker = self.fsw.on(day)
            return fsw_on(self.fsw, day).outcome if worker is None else worker.outcome
        if program == "fst":
            trades = self.fst.on(day)
            return fst_on(self.fst, day).outcome if trades is None else trades.outcome
        raise KeyError(program)

    def on(self, day: date, today: date) -> Programs:
        """All three classes on a day in full."""
        return Programs(
            day, day > today, (self._cec(day, today), fsw_on(self.fsw, day), fst_on(self.fst, day))
        )

    def _cec(self, day: date, today: date) -> Program:
        found, _ = membership_on(self.judge, day, today)
        return Program(
            "cec", found.rules, found.outcome, found.conditions, found.missing_facts, found.advisories
        )


def programs_on(case: CaseFile, day: date, today: date, rules: RuleBook) -> Programs:
    """The three classes of a file on a day."""
    return ProgramsFile(case, rules).on(day, today)
