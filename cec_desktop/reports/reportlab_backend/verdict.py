"""The verdict: one frame for each language, with the outcome's bar and shape, its dates and its margin."""

from __future__ import annotations

from dataclasses import dataclass

from cec_desktop.i18n.words import Language
from cec_desktop.reports.blocks import Line, Run, Verdict
from cec_desktop.reports.reportlab_backend.composer import Setting
from cec_desktop.reports.reportlab_backend.marks import outcome_mark
from cec_desktop.reports.reportlab_backend.paper import BODY, VERDICT
from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.setting import SetText, set_text
from cec_desktop.reports.reportlab_backend.slabs import Slab
from cec_desktop.reports.reportlab_backend.structure import Element
from cec_desktop.rules.findings import Outcome

_BAR = 5.0
_MARK = 19.0
_MARK_X = 15.0
_TEXT_X = 41.0
_PADDING = 9.0
_RIGHT = 10.0
_LABEL_GAP = 8.0
_FRAME = 0.8
_TOKENS = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not-met",
    Outcome.UNDETERMINED: "undetermined",
    Outcome.NOT_APPLICABLE: "neutral",
}


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words at a place inside the frame."""

    text: SetText
    element: Element
    x: float
    y: float


def verdict(block: Verdict, setting: Setting) -> list[Slab]:
    """The frames side by side, as tall as the taller."""
    frames = []
    for index, (language, (x, width)) in enumerate(zip(setting.languages, setting.columns, strict=True)):
        frames.append((x, width, *_frame(block, index, language, width, setting.root)))
    height = max(each[3] for each in frames)
    token = _TOKENS[block.outcome]

    def draw(pen: Pen, top: float, first: bool) -> None:  # noqa: ARG001 - the same everywhere
        for x, width, placed, _ in frames:
            with pen.artifact():
                pen.frame(x, top, width, height, "text", _FRAME)
                pen.ground(x, top - _FRAME / 2, _BAR, height + _FRAME, token)
                outcome_mark(pen, block.outcome, x + _MARK_X, top + _PADDING, _MARK)
            for each in placed:
                with pen.marked(each.element):
                    pen.write(each.text, x + each.x, top + each.y)

    return [Slab(height, draw, before=8)]


def _frame(
    block: Verdict, index: int, language: Language, width: float, root: Element
) -> tuple[list[_Placed], float]:
    """The words of one language and the height they take."""
    room = width - _TEXT_X - _RIGHT
    title = set_text(block.title[index], VERDICT, room)
    placed = [_Placed(title, root.add("P", language), _TEXT_X, _PADDING)]
    y = _PADDING + title.height + 1
    for note in block.notes:
        text = set_text(note[index], BODY, room)
        placed.append(_Placed(text, root.add("P", language), _TEXT_X, y))
        y += text.height
    y += 4
    labels = [set_text(row.label[index], BODY.secondary(), room) for row in block.rows]
    indent = max((label.width for label in labels), default=0.0) + _LABEL_GAP
    for label, row in zip(labels, block.rows, strict=True):
        element = root.add("P", language)
        text = set_text(_reasoned(row.value[index], row.reason[index : index + 1]), BODY, room - indent)
        placed.append(_Placed(label, element, _TEXT_X, y))
        placed.append(_Placed(text, element, _TEXT_X + indent, y))
        y += max(label.height, text.height)
    return placed, y + _PADDING


def _reasoned(value: Line, reason: tuple[Line, ...]) -> Line:
    return (*value, *((Run(" "), *reason[0]) if reason else ()))
