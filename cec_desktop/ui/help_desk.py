"""What the Help menu opens: the manual at the topic of the screen, and the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cec_desktop.ui.settings import Setting

if TYPE_CHECKING:
    from cec_desktop.ui.main_window import MainWindow
    from cec_desktop.ui.manual.window import ManualWindow
    from cec_desktop.ui.tour import Tour

TOUR_SEEN: Final = Setting("help/tour_seen", False)


class HelpDesk(QObject):
    """One manual and one tour at a time, over the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.manual: ManualWindow | None = None
        self.tour: Tour | None = None

    def open_manual(self) -> None:
        """Show the manual at what is on the screen."""
        from cec_desktop.ui.manual.window import ManualWindow

        if self.manual is None:
            self.manual = ManualWindow(self._window.words, self._window.theme, self._window)
            self.manual.finished.connect(self._manual_closed)
        self.manual.show_topic(self._topic())
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def begin_tour(self) -> None:
        """Go round the window; on the invented clients where nothing is open."""
        from cec_desktop.ui.tour import Tour

        window = self._window
        if self.tour is not None:
            return
        if window.workspace is None:
            window.demo_requested.emit()
        space = window.workspace
        if space is None or self.tour is not None:
            return
        rows = space.list.model.rows()
        if space.current() is None and rows:
            space.open_case(rows[0].case_id)
        window.kit.settings.set(TOUR_SEEN, True)
        self.tour = Tour(window)
        self.tour.ended.connect(self._tour_ended)

    def begin_first_tour(self) -> None:
        """Go round the window, unless this person has seen the tour."""
        if not self._window.kit.settings.get(TOUR_SEEN):
            self.begin_tour()

    def dress(self) -> None:
        """Follow the language and the theme of the window."""
        if self.manual is not None:
            self.manual.set_words(self._window.words)
            self.manual.set_theme(self._window.theme)
        if self.tour is not None:
            self.tour.set_theme(self._window.theme)

    def _topic(self) -> str:
        space = self._window.workspace
        page = space.current() if space is not None else None
        if space is None:
            return "start"
        if page is None:
            return "list"
        return "what-if" if page.what_if.trial is not None else "file"

    def _manual_closed(self) -> None:
        manual, self.manual = self.manual, None
        if manual is not None:
            manual.deleteLater()

    def _tour_ended(self) -> None:
        self.tour = None
