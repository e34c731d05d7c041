"""The three views of an open file: what the window asks of each, and the one place that makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView
    from cec_desktop.ui.theme import Theme


class FileView(Protocol):
    """A widget that shows an open file; it changes nothing itself."""

    edit_requested: SignalInstance
    """An edit to make."""
    preview_requested: SignalInstance
    """An edit to show without making it; None ends that."""
    selection_requested: SignalInstance
    """The list and id of an entry to select; both empty for none."""

    def display(self, view: CaseView) -> None:
        """Show a file and what is said of it."""

    def select(self, list_name: str, item_id: str) -> None:
        """Show which entry is selected."""

    def set_words(self, words: Words) -> None:
        """Speak another language."""

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""


@dataclass(frozen=True, slots=True)
class FileViews:
    """The views of one open file."""

    timeline: FileView
    tables: FileView
    panel: FileView

    def all(self) -> tuple[FileView, FileView, FileView]:
        """All three, in the order the focus goes round."""
        return self.timeline, self.tables, self.panel


ViewMaker = Callable[["Words", "Theme"], FileViews]


def widget_of(view: FileView) -> QWidget:
    """A view as the widget it is."""
    return cast("QWidget", view)


def make_views(words: Words, theme: Theme) -> FileViews:
    """The timeline, the tables with their forms, and the eligibility panel."""
    from cec_desktop.ui.panel.panel import EligibilityPanel
    from cec_desktop.ui.tables.tabs import RecordTabs
    from cec_desktop.ui.timeline.view import TimelineView

    return FileViews(
        cast("FileView", TimelineView(words, theme)),
        cast("FileView", RecordTabs(words, theme)),
        cast("FileView", EligibilityPanel(words, theme)),
    )
