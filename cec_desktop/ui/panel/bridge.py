"""The permit bridge: the last day of authorized work, by when to extend, and how far the right carries."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.findings import Assessment, PermitBridge
from cec_desktop.ui.panel.labels import ShapeLine, WrappedLabel
from cec_desktop.ui.style import dp
from cec_desktop.ui.theme import Theme

_OUTCOMES = {True: "met", False: "not_met", None: "undetermined"}
_EARLIEST = {
    True: N_("Carries to the earliest day, {day}"),
    False: N_("Does not carry to the earliest day, {day}"),
    None: N_("Not known whether it carries to the earliest day, {day}"),
}
_SAFE = {
    True: N_("Carries to the safe day, {day}"),
    False: N_("Does not carry to the safe day, {day}"),
    None: N_("Not known whether it carries to the safe day, {day}"),
}
_APPLICATION = {
    True: N_("Carries past the application, {day}"),
    False: N_("Does not carry past the application, {day}"),
    None: N_("Not known whether it carries past the application, {day}"),
}


class BridgeBlock(QWidget):
    """Whether the right to work carries to the days that matter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = WrappedLabel("heading", "text", self)
        self.until = WrappedLabel("second", "muted", self)
        self.extend = WrappedLabel("second", "muted", self)
        self.lines = [ShapeLine(theme, self, role="second") for _line in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dp(3))
        column.addWidget(self.head)
        column.addWidget(self.until)
        column.addWidget(self.extend)
        for line in self.lines:
            column.addWidget(line)

    def show_assessment(self, assessment: Assessment, words: Words) -> None:
        """Show the bridge of an assessment."""
        _, bridge = words, assessment.bridge
        self.head.say(_("Right to work"))
        self.until.say(self._until(bridge, _))
        self.extend.say(self._extend(assessment, _))
        self._say_lines(assessment, _)

    def _extend(self, assessment: Assessment, _: Words) -> str:
        day = assessment.bridge.extend_by
        if day is None:
            return ""
        if day < assessment.today:
            return _("Last day to apply for an extension was {day}", day=day)
        return _("Last day to apply for an extension: {day}", day=day)

    def _until(self, bridge: PermitBridge, _: Words) -> str:
        if bridge.open_ended:
            return _("Authorized without an end")
        if bridge.authorized_until is None:
            return _("No authorized work is entered")
        return _("Last day of authorized work: {day}", day=bridge.authorized_until)

    def _say_lines(self, assessment: Assessment, _: Words) -> None:
        bridge, dates = assessment.bridge, assessment.dates
        days = (
            (bridge.covers_earliest, dates.earliest, _EARLIEST),
            (bridge.covers_safe, dates.safe, _SAFE),
            (bridge.covers_application, assessment.on, _APPLICATION),
        )
        if all(covers is True for covers, _day, _sentences in days):
            # One line says it, where nothing is short.
            self.lines[0].say("met", _("Carries to the earliest and the safe day and past the application"))
            for line in self.lines:
                line.setVisible(line is self.lines[0])
            return
        for line, (covers, day, sentences) in zip(self.lines, days, strict=True):
            line.setVisible(day is not None)
            if day is not None:
                line.say(_OUTCOMES[covers], _(sentences[covers], day=day))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for line in self.lines:
            line.set_theme(theme)
