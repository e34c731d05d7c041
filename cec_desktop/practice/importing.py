"""Client files from outside: all of them are taken in, or none, with every reason named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cec_desktop.casefile.items import with_ids
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import CaseFileError, Problem
from cec_desktop.practice.files import read_case_file
from cec_desktop.storage.casebook import Casebook


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What is wrong with one of the files."""

    path: Path
    problem: Problem


class ImportRefusedError(Exception):
    """Nothing was taken in; ``problems`` holds every reason, file by file."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


def read_for_import(casebook: Casebook, paths: Sequence[Path]) -> tuple[CaseFile, ...]:
    """The client files of JSON files, each entry with an id, fit to be put into the casebook together.

    Raises:
        ImportRefusedError: at least one cannot be taken in.
    """
    cases: list[CaseFile] = []
    problems: list[FileProblem] = []
    taken = set(casebook.file_numbers())
    for path in paths:
        try:
            case = read_case_file(path)
        except CaseFileError as error:
            problems += [FileProblem(path, problem) for problem in error.problems]
            continue
        if case.file_number in taken:
            given = any(each.file_number == case.file_number for each in cases)
            reason = "number_twice" if given else "casebook_number_taken"
            problem = Problem("file_number", message(reason, number=case.file_number))
            problems.append(FileProblem(path, problem))
        taken.add(case.file_number)
        cases.append(with_ids(case))
    if problems:
        raise ImportRefusedError(problems)
    return tuple(cases)
