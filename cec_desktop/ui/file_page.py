"""The page of one open file: head, messages, timeline over tables, and the eligibility panel at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.failure import refusal_words
from cec_desktop.ui.fold_pane import FoldPane
from cec_desktop.ui.header import FileHeader
from cec_desktop.ui.keeping import Keeper
from cec_desktop.ui.messages import Messages, Notice
from cec_desktop.ui.rails import PanelRail
from cec_desktop.ui.session_object import SessionObject
from cec_desktop.ui.settings import Settings
from cec_desktop.ui.splitter import Splitter
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.views import FileViews, widget_of
from cec_desktop.ui.whatif.desk import WhatIf
from cec_desktop.ui.widths import MOST_OF_THE_HEIGHT, WidthClass

if TYPE_CHECKING:
    from cec_desktop.practice.view import CaseView

_LEAST_TABLES = 90


class FilePage(QWidget):
    """Wires the views of one file to its session; the views know nothing of each other."""

    summary_requested = Signal()

    def __init__(
        self,
        session: SessionObject,
        views: FileViews,
        words: Words,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.views = session, views
        self._words, self._settings = words, settings
        self._class: WidthClass | None = None
        self.header = FileHeader(words, theme, self)
        self.messages = Messages(words, theme, self)
        self.what_if = WhatIf(session, self.messages, self.flush, words, theme, self)
        self.keeper = Keeper(
            session.file, self.header, views.tables, self.messages, lambda: self._words, self
        )
        self.panel_rail = PanelRail(words, theme, self)
        self.panel_pane = FoldPane(widget_of(views.panel), self.panel_rail, "right", self)
        self._vertical = Splitter(Qt.Orientation.Vertical, words, theme, self)
        self._across = Splitter(Qt.Orientation.Horizontal, words, theme, self)
        self._lay_out()
        self._connect()
        state = settings.shape("tables")
        if state is not None:
            views.tables.restore_state(state)
        self.show_view(session.view)
        self.what_if.go_on_with_kept()
        self.keeper.put_back()

    @property
    def case_id(self) -> str:
        """The id of the file shown."""
        return self.session.case_id

    def _lay_out(self) -> None:
        self._vertical.addWidget(widget_of(self.views.timeline))
        self._vertical.addWidget(widget_of(self.views.tables))
        self._vertical.setStretchFactor(0, 0)
        self._vertical.setStretchFactor(1, 1)
        rule = QFrame(self)
        rule.setProperty("rule", "across")
        column = QWidget(self)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.header, rule, self.what_if.place, self.messages):
            box.addWidget(part)
        box.addWidget(self._vertical, 1)
        self._across.addWidget(column)
        self._across.addWidget(self.panel_pane)
        self._across.setStretchFactor(0, 1)
        self._across.setStretchFactor(1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._across)

    def _connect(self) -> None:
        self.session.shown.connect(self.show_view)
        self.session.refused.connect(self.show_refusal)
        for view in self.views.all():
            view.edit_requested.connect(self.session.apply)
            view.preview_requested.connect(self.session.preview)
            view.selection_requested.connect(self.select)
        views = self.views
        views.timeline.open_requested.connect(views.tables.open_entry)
        views.timeline.add_requested.connect(lambda list_name, *_days: views.tables.add(list_name))
        views.timeline.weeks_requested.connect(views.tables.show_weeks)
        views.panel.fact_requested.connect(self._show_fact)
        views.panel.condition_selected.connect(views.timeline.highlight_condition)
        views.timeline.condition_pointed.connect(views.panel.point_at)
        self.header.edit_requested.connect(self.session.apply)
        self.header.summary_requested.connect(self.summary_requested)
        self.header.what_if_requested.connect(self.what_if.begin)
        self.what_if.changed.connect(lambda: self.header.show_trial(self.what_if.trial is not None))
        self.panel_rail.opened.connect(self.panel_pane.slide_out)
        self._vertical.splitterMoved.connect(self._remember_timeline)
        self._vertical.reset_requested.connect(self._forget_timeline)
        self._across.splitterMoved.connect(self._remember_panel)
        self._across.reset_requested.connect(self._forget_panel)

    def show_view(self, view: CaseView) -> None:
        """Show a file everywhere; a preview only where it is looked for, so that a drag stays smooth."""
        self.header.display(view)
        self.panel_rail.display(view)
        self.views.timeline.display(view)
        self.views.panel.display(view)
        if not view.preview:
            self.messages.take_away("refused")
            self.views.tables.display(view)
            self.keeper.changed()
            self._share_height()

    def show_refusal(self, error: Exception) -> None:
        """Say above the views why an edit was not made."""
        self.messages.show_notice(
            Notice(
                "refused",
                "not_met",
                lambda words: refusal_words(error, self.session.view.case, words),
                title=lambda _: _("That was not done."),
            )
        )

    def select(self, list_name: str, item_id: str) -> None:
        """Select an entry in every view."""
        for view in self.views.all():
            view.select(list_name, item_id)

    def _show_fact(self, place: str) -> None:
        """Go to a fact: the application date is in the head, everything else in the tables."""
        self.panel_pane.slide_in()
        if place == "application_date":
            self.header.date.field.setFocus()
        else:
            self.views.tables.show_place(place)

    def flush(self) -> bool:
        """Save what is being typed; False when something cannot be saved as it stands."""
        saved = [self.header.flush(), self.views.tables.flush()]
        return all(saved)

    def let_go(self) -> bool:
        """Save what is being typed before the page goes, and keep the rest; False if that fails."""
        return self.flush() or self.keeper.keep()

    def panes(self) -> list[QWidget]:
        """Where the focus goes round: head, timeline, tables, panel."""
        panel = self.panel_rail if self.panel_pane.folded else widget_of(self.views.panel)
        return [self.header.date.field, *(widget_of(view) for view in self.views.all()[:2]), panel]

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        parts = (self.header, self.messages, self.what_if, self.panel_rail, self._vertical, self._across)
        for part in parts:
            part.set_words(words)
        for view in self.views.all():
            view.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        parts = (self.header, self.messages, self.what_if, self.panel_rail, self._vertical, self._across)
        for part in parts:
            part.set_theme(theme)
        for view in self.views.all():
            view.set_theme(theme)

    def close_file(self) -> None:
        """Listen no longer to the file; what the tables show is remembered."""
        self._settings.set_shape("tables", self.views.tables.save_state())
        self.panel_pane.slide_in()
        self.keeper.stop()
        self.what_if.stop()
        self.session.close()

    # Sizes.

    def fit(self, width_class: WidthClass, panel_folded: bool) -> None:
        """Take the widths of a class of windows."""
        self._class = width_class
        self.panel_pane.set_drawer_width(style.dp(width_class.panel_width))
        self.panel_pane.fold(panel_folded)
        remembered = self._settings.size(f"panel-{width_class.name}")
        standing = remembered or style.dp(width_class.panel_width)
        panel = self.panel_pane.rail_width if panel_folded else standing
        self._across.setSizes([max(1, self.width() - panel - 1), panel])
        self._share_height()

    def fold_timeline(self, folded: bool) -> None:
        """Fold the timeline to its overview, or show it again."""
        self.views.timeline.set_folded(folded)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()

    def sizeHint(self) -> QSize:
        """As large as it may be."""
        return QSize(style.dp(1200), style.dp(800))

    def _share_height(self) -> None:
        height = self._vertical.height()
        if height <= _LEAST_TABLES:
            return
        wanted = widget_of(self.views.timeline).sizeHint().height()
        remembered = self._settings.size(self._timeline_key())
        timeline = min(remembered or wanted, int(height * MOST_OF_THE_HEIGHT), height - _LEAST_TABLES)
        if self._vertical.sizes()[0] != timeline:
            self._vertical.setSizes([timeline, height - timeline - 1])

    def _timeline_key(self) -> str:
        return f"timeline-{self._class.name if self._class else 'wide'}"

    def _remember_timeline(self) -> None:
        self._settings.set_size(self._timeline_key(), self._vertical.sizes()[0])

    def _forget_timeline(self) -> None:
        self._settings.set_size(self._timeline_key(), None)
        self._share_height()

    def _remember_panel(self) -> None:
        if self._class is not None and not self.panel_pane.folded:
            self._settings.set_size(f"panel-{self._class.name}", self._across.sizes()[1])

    def _forget_panel(self) -> None:
        if self._class is not None:
            self._settings.set_size(f"panel-{self._class.name}", None)
            self.fit(self._class, self.panel_pane.folded)
