"""The buttons above the timeline: add, zoom, fit, snap."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.timeline.bars import Chart, Lane
from cec_desktop.ui.timeline.captions import window_length
from cec_desktop.ui.timeline.wording import entry_name
from cec_desktop.ui.timeline.zooming import Fit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme

HEIGHT: Final = 36
_ICON: Final = 16
_GAP: Final = "\u2002"
"""Between icon and words, where Qt leaves too little."""
_KEYS: Final = {Lane.STATUS: "S", Lane.WORK: "J", Lane.STUDY: "U", Lane.TESTS: "T"}
_ICONS: Final = {Lane.STATUS: "status", Lane.WORK: "work", Lane.STUDY: "study", Lane.TESTS: "tests"}

Say = Callable[["Words"], str]


def _all(_: Words) -> str:
    return _.pgettext("toolbar", "All")


def _snap(_: Words) -> str:
    return _.pgettext("toolbar", "Snap")


def _draw(_: Words) -> str:
    return _.pgettext("toolbar", "Draw")


def _overview(_: Words) -> str:
    return _.pgettext("toolbar", "Overview")


class TimelineToolbar(QWidget):
    """Words beside the icons where there is room, icons alone where there is not."""

    add_requested = Signal(str)
    """The list to add to."""
    zoom_requested = Signal(int)
    """Closer (1) or farther (-1)."""
    fit_requested = Signal(object)
    snap_toggled = Signal(bool)
    draw_toggled = Signal(bool)
    """Whether dragging the empty space of a lane draws a period, or else moves the view."""
    strips_toggled = Signal(bool)
    """Whether tray and overview should be shown where the height is short."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._chart: Chart | None = None
        self._worded: list[QToolButton] = []
        style.set_ground(self, "surface")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(style.dp(10), 0, style.dp(10), 0)
        self._row.setSpacing(style.dp(4))
        self._adds = self._make_adds()
        self._rule()
        self._make_zooms()
        self._rule()
        self.snap = self._button("snap", lambda _: _("Draw dragged edges to days near them"), "", _snap)
        self.draw = self._button(
            "draw",
            lambda _: _("Draw a period by dragging in a lane; when off, dragging there moves the view"),
            "",
            _draw,
        )
        self.strips = self._button(
            "show", lambda _: _("Show undated entries and the overview"), "", _overview
        )
        self._row.addStretch(1)
        self._connect()

    def _make_zooms(self) -> None:
        self.farther = self._button("zoom-out", lambda _: _("Farther"), "-")
        self.closer = self._button("zoom-in", lambda _: _("Closer"), "+")
        self.life = self._button("fit-all", lambda _: _("Show everything entered"), "", _all)
        self.window_fit = self._button(
            "fit-window", lambda _: _("Show the window before the application"), "", self._window_words
        )

    def _make_adds(self) -> dict[Lane, QToolButton]:
        label = QLabel(self)
        style.set_role(label, "second", "muted")
        self._phrases.say(label.setText, lambda _: _.pgettext("toolbar", "Add"))
        self._row.addWidget(label)
        return {lane: self._add_button(lane) for lane in Lane}

    def _add_button(self, lane: Lane) -> QToolButton:
        button = self._button(
            _ICONS[lane],
            lambda _: _("Add: {entry}", entry=entry_name(lane, _)),
            _KEYS[lane],
            lambda _: entry_name(lane, _),
        )
        button.clicked.connect(lambda: self.add_requested.emit(lane.list_name))
        return button

    def _button(self, name: str, tip: Say, key: str, text: Say | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(style.dp(_ICON), style.dp(_ICON)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tints.put(button.setIcon, name)
        self._phrases.say(button.setAccessibleName, text or tip)
        self._phrases.say(button.setToolTip, lambda _: f"{tip(_)} ({key})" if key else tip(_))
        if text is not None:
            self._worded.append(button)
            self._phrases.say(lambda said: button.setText(_GAP + said), text)
        self._row.addWidget(button)
        return button

    def _rule(self) -> None:
        rule = QFrame(self)
        rule.setProperty("rule", "short")
        rule.setFixedHeight(style.dp(18))
        self._row.addSpacing(style.dp(4))
        self._row.addWidget(rule)
        self._row.addSpacing(style.dp(4))

    def _connect(self) -> None:
        for button in (self.life, self.window_fit, self.snap, self.draw, self.strips):
            button.setCheckable(True)
        self.snap.setChecked(True)
        self.draw.setChecked(True)
        self.strips.hide()
        self.closer.clicked.connect(lambda: self.zoom_requested.emit(1))
        self.farther.clicked.connect(lambda: self.zoom_requested.emit(-1))
        self.life.clicked.connect(lambda: self.fit_requested.emit(Fit.LIFE))
        self.window_fit.clicked.connect(lambda: self.fit_requested.emit(Fit.WINDOW))
        self.snap.toggled.connect(self.snap_toggled)
        self.draw.toggled.connect(self.draw_toggled)
        self.strips.toggled.connect(self.strips_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def adds(self) -> dict[Lane, QToolButton]:
        """The buttons that add an entry."""
        return self._adds

    def display(self, chart: Chart, fit: Fit) -> None:
        """Show what the view keeps in sight, and how long the window is."""
        words_changed = self._chart is None or self._chart.window_months != chart.window_months
        self._chart = chart
        self.life.setChecked(fit is Fit.LIFE)
        self.window_fit.setChecked(fit is Fit.WINDOW and chart.window is not None)
        self.window_fit.setEnabled(chart.window is not None)
        if words_changed:
            self._phrases.speak(self._phrases.words)
            self._choose_style()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self._choose_style()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)

    def offer_strips(self, offered: bool) -> None:
        """Offer, or no longer offer, to show tray and overview in a window of little height."""
        self.strips.setVisible(offered)
        self._choose_style()

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(super().sizeHint().width(), style.dp(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size it can do with."""
        return QSize(0, style.dp(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything for the new size."""
        super().resizeEvent(event)
        self._choose_style()

    def _window_words(self, _: Words) -> str:
        return _("Window") if self._chart is None else window_length(self._chart, _)

    def _choose_style(self) -> None:
        """Words beside all icons if they fit; the window's length always keeps its words."""
        self._set_style(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._row.invalidate()
        if self._row.sizeHint().width() > self.width():
            self._set_style(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _set_style(self, wanted: Qt.ToolButtonStyle) -> None:
        for button in self._worded:
            beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setToolButtonStyle(beside if button is self.window_fit else wanted)
