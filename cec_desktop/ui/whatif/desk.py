"""The what-if of an open file: begun, marked for as long as it lasts, taken over or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cec_desktop.ui.failure import explained
from cec_desktop.ui.messages import Messages, Notice, Offer

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.trial import Trial
    from cec_desktop.practice.view import CaseView
    from cec_desktop.ui.session_object import SessionObject
    from cec_desktop.ui.theme import Theme
    from cec_desktop.ui.whatif.band import WhatIfBand
    from cec_desktop.ui.whatif.frame import TrialFrame

_TOPIC = "what-if"


class WhatIf(QObject):
    """Puts a scratch copy in the place of the file, under a band and inside a frame that say so."""

    changed = Signal()
    """A what-if began or ended."""

    def __init__(
        self,
        session: SessionObject,
        messages: Messages,
        flush: Callable[[], bool],
        words: Words,
        theme: Theme,
        page: QWidget,
    ) -> None:
        """`flush` saves what is being typed on the page; False when something cannot be saved."""
        super().__init__(page)
        self._session, self._messages, self._flush = session, messages, flush
        self._words, self._theme, self._page = words, theme, page
        self.trial: Trial | None = None
        self.band: WhatIfBand | None = None
        self._frame: TrialFrame | None = None
        self.place = QWidget(page)
        """Where the band stands; nothing while there is no what-if."""
        self._box = QVBoxLayout(self.place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        session.shown.connect(self._show)

    def begin(self) -> None:
        """Begin a what-if, or bring the keyboard to the one that goes on."""
        if self.trial is not None:
            if self.band is not None:
                self.band.setFocus()
            return
        if self._flush():
            self._messages.take_away(_TOPIC)
            self._go_on_with(self._session.file.try_out())

    def go_on_with_kept(self) -> None:
        """Go on with the what-if that was going on when the file was closed, if there was one."""
        try:
            kept = self._session.file.kept_trial()
        except explained() as error:
            self._session.refused.emit(error)
            return
        if kept is not None:
            self._go_on_with(kept)

    def take_over(self) -> bool:
        """Make the file what the scratch copy is, in one step; False when that was refused."""
        trial = self.trial
        if trial is None or not self._flush():
            return False
        if not trial.tried():
            return self.throw_away()
        self.trial = None
        self._session.work_on(self._session.file, show=False)
        if not self._session.carry_out(trial.take_over):
            self.trial = trial
            self._session.work_on(trial)
            return False
        self._end()
        return True

    def throw_away(self) -> bool:
        """Show the file as it is again; False when the casebook could not be told."""
        trial = self.trial
        if trial is None or not self._session.carry_out(trial.throw_away):
            return False
        self.trial = None
        self._session.work_on(self._session.file)
        self._end()
        if trial.tried():
            self._offer_back(trial)
        return True

    def refuse(self, what: Callable[[Words], str]) -> bool:
        """Say that something is not done of a scratch copy; False when there is none."""
        if self.trial is not None:
            self._messages.show_notice(
                Notice(
                    _TOPIC,
                    "advisory",
                    lambda _: _("Take the what-if over or throw it away first."),
                    title=what,
                )
            )
        return self.trial is not None

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        if self.band is not None:
            self.band.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        if self.band is not None and self._frame is not None:
            self.band.set_theme(theme)
            self._frame.set_theme(theme)

    def stop(self) -> None:
        """The file is being closed; what was tried is kept beside it."""
        if self.trial is not None:
            self.trial.stop()
            self.trial = None

    def _go_on_with(self, trial: Trial) -> None:
        self.trial = trial
        self._mark()
        self._session.work_on(trial)
        self.changed.emit()

    def _end(self) -> None:
        self._messages.take_away(_TOPIC)
        if self.band is not None and self._frame is not None:
            self.place.hide()
            self._frame.take_off()
        self.changed.emit()

    def _mark(self) -> None:
        from cec_desktop.ui.whatif.band import WhatIfBand
        from cec_desktop.ui.whatif.frame import TrialFrame

        if self.band is None:
            self.band = WhatIfBand(self._words, self._theme, self.place)
            self.band.take_over_requested.connect(self.take_over)
            self.band.throw_away_requested.connect(self.throw_away)
            self._box.addWidget(self.band)
            self._frame = TrialFrame(self._theme, self._page)
        if self._frame is not None:
            self._frame.put_on()
        self.place.show()

    def _show(self, view: CaseView) -> None:
        if self.trial is not None and self.band is not None:
            self.band.display(self.trial.real.assessment, view.assessment, self.trial.tried())

    def _offer_back(self, trial: Trial) -> None:
        def back() -> None:
            if self.trial is None and self._flush() and self._session.carry_out(trial.resume):
                self._go_on_with(trial)

        self._messages.show_notice(
            Notice(
                _TOPIC,
                "advisory",
                lambda _: _("The file is as it was."),
                title=lambda _: _("What-if thrown away."),
                offers=(Offer(lambda _: _("Bring it back"), back),),
            )
        )
