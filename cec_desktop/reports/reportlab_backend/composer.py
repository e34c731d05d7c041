"""Blocks to slabs: sets every block of a document for one paper, in one or two columns of language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cec_desktop.i18n.words import Language
from cec_desktop.reports.blocks import Line, Run, Said
from cec_desktop.reports.reportlab_backend.paper import Paper
from cec_desktop.reports.reportlab_backend.setting import SetText, TextStyle, set_text
from cec_desktop.reports.reportlab_backend.slabs import CellText, SetCell
from cec_desktop.reports.reportlab_backend.structure import Element


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of a document are set for."""

    paper: Paper
    languages: tuple[Language, ...]
    root: Element

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.paper.text_width

    @property
    def columns(self) -> tuple[tuple[float, float], ...]:
        """Left edge and width of each language's column."""
        return self.paper.columns(len(self.languages))

    @property
    def most(self) -> float:
        """The tallest a row may be before it is broken."""
        return (self.paper.bottom - self.paper.height / 6) * 0.8

    def paired(self, said: Said) -> list[tuple[Language, Line]]:
        """What is said with the language it is said in."""
        return list(zip(self.languages, said, strict=False))


def joined(said: Said, separator: str = " · ") -> Line:
    """All languages in one line, the first strong and the others quiet; each text once."""
    runs: list[Run] = []
    for index, line in enumerate(dict.fromkeys(said)):
        if index:
            runs.append(Run(separator, "quiet"))
        runs += [replace(run, style="quiet") if index else run for run in line]
    return tuple(runs)


def emphasized(line: Line) -> Line:
    """The line with its plain words strong."""
    return tuple(replace(run, style="strong") if run.style == "plain" else run for run in line)


def stacked_languages(
    said: Sequence[tuple[Language, Line]], style: TextStyle, width: float
) -> list[tuple[SetText, Language | None]]:
    """Each language on lines of its own, those after the first paler."""
    return [
        (set_text(line, style.secondary() if index else style, width), language)
        for index, (language, line) in enumerate(said)
    ]


def text_cell(line: Line, style: TextStyle, x: float, width: float, element: Element) -> SetCell:
    """A cell of running words."""
    return SetCell(x, width, (CellText(set_text(line, style, width), element),))
