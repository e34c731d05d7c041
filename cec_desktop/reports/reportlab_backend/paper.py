"""Papers, their margins, and the styles of type on them, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cec_desktop.reports.reportlab_backend.setting import TextStyle

PaperName = Literal["letter", "a4"]

MARGIN = 48.0
COLUMN_GAP = 18.0
HEAD = 32.0
FIRST_TOP = 72.0
LATER_TOP = 62.0
_BELOW_TEXT = 52.0
_BELOW_RULE = 42.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper; heights are measured from its top edge."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the text ends."""
        return self.height - _BELOW_TEXT

    @property
    def foot(self) -> float:
        """Where the rule above the foot lies."""
        return self.height - _BELOW_RULE

    def columns(self, count: int) -> tuple[tuple[float, float], ...]:
        """Left edge (from the margin) and width of each column of running text."""
        width = (self.text_width - COLUMN_GAP * (count - 1)) / count
        return tuple((index * (width + COLUMN_GAP), width) for index in range(count))


PAPERS: dict[PaperName, Paper] = {"letter": Paper(612, 792), "a4": Paper(595.2756, 841.8898)}

BODY = TextStyle(9, 11.5)
CONDITION = TextStyle(8.5, 10.5)
SMALL = TextStyle(7.8, 9.6, colour="muted")
TABLE_HEAD = TextStyle(8.2, 9.8, face="semibold")
LABEL = TextStyle(7.8, 10, colour="muted")
VALUE = TextStyle(9.6, 12, face="semibold")
TITLE = TextStyle(15, 18, face="bold", strong="bold")
SECOND_TITLE = TextStyle(12, 15, colour="muted")
HEADING = TextStyle(10.5, 13, face="bold", strong="bold")
VERDICT = TextStyle(12.5, 14.5, face="bold", strong="bold")
FIRM = TextStyle(10.5, 13, face="semibold")
FOOT = TextStyle(7.5, 9, colour="muted")
RUNNING = TextStyle(9, 11.5)
RUNNING_TITLE = TextStyle(9, 11.5, face="semibold")
