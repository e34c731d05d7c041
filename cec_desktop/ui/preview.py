"""The summary before it is handed out: its pages, in the languages and on the paper chosen, and Export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.failure import is_ours, sentence
from cec_desktop.ui.messages import Messages, Notice
from cec_desktop.ui.summary_choices import LANGUAGES, PAPERS
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.firm import Firm
    from cec_desktop.practice.view import CaseView
    from cec_desktop.ui.asking import Asker
    from cec_desktop.ui.background import Background, Job

_PAGE_WIDTH = 640
_SIDE_WIDTH = 230
_INCHES_ACROSS = {"letter": 8.5, "a4": 8.27}
_NAME_OF_LANGUAGE = {"both": "en-fr", "en": "en", "fr": "fr"}


@dataclass(frozen=True, slots=True)
class Made:
    """A summary that was made: the PDF and its pages as pictures."""

    content: bytes
    pages: tuple[QImage, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A summary that was written to disk."""

    path: Path
    pages: int


class PreviewDialog(QDialog):
    """Shows what would be handed out, and writes it."""

    written = Signal(object)
    """A :class:`Written`."""
    fault = Signal(object)
    """An exception that is our own fault."""

    def __init__(
        self,
        view: CaseView,
        firm: Firm,
        folder: Path,
        background: Background,
        asker: Asker,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._firm, self._folder = view, firm, folder
        self._background, self._asker = background, asker
        self._words = words
        self._job: Job | None = None
        self.made: Made | None = None
        _ = words
        self.setWindowTitle(_("Summary of {number}", number=view.case.file_number))
        self.messages = Messages(words, theme, self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side(_))
        row.addWidget(self._pages(_), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.messages)
        box.addLayout(row, 1)
        self.resize(style.dp(_PAGE_WIDTH + _SIDE_WIDTH + 70), max(style.dp(560), int(self._room() * 0.9)))
        self.make()

    def _room(self) -> int:
        """The height there is for the dialog: that of the window it stands over, else of the screen."""
        parent = self.parentWidget()
        return parent.window().height() if parent is not None else self.screen().availableGeometry().height()

    def _side(self, _: Words) -> QWidget:
        side = QWidget(self)
        style.set_ground(side, "sunken")
        side.setFixedWidth(style.dp(_SIDE_WIDTH))
        box = QVBoxLayout(side)
        box.setContentsMargins(style.dp(16), style.dp(16), style.dp(16), style.dp(16))
        box.setSpacing(style.dp(4))
        self.language = self._choice(box, _("Language"), LANGUAGES, self._firm.language)
        box.addSpacing(style.dp(6))
        self.paper = self._choice(box, _("Paper"), PAPERS, self._firm.paper)
        box.addSpacing(style.dp(10))
        self.state = QLabel(side)
        style.set_role(self.state, "second", "muted")
        self.state.setWordWrap(True)
        box.addWidget(self.state)
        box.addStretch()
        self.export, self.close_button = QPushButton(_("Export…"), side), QPushButton(_("Close"), side)
        style.set_kind(self.export, "primary")
        self.export.setDefault(True)
        self.export.clicked.connect(self._export)
        self.close_button.clicked.connect(self.reject)
        box.addWidget(self.export)
        box.addWidget(self.close_button)
        return side

    def _choice(
        self, box: QVBoxLayout, text: str, choices: tuple[tuple[str, str], ...], value: str
    ) -> QComboBox:
        label, combo = QLabel(text, self), QComboBox(self)
        style.set_role(label, "second", "muted")
        label.setBuddy(combo)
        combo.setAccessibleName(text)
        for each, said in choices:
            combo.addItem(self._words(said), each)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.currentIndexChanged.connect(lambda: self.make())
        box.addWidget(label)
        box.addWidget(combo)
        return combo

    def _pages(self, _: Words) -> QWidget:
        self._sheet = QWidget(self)
        style.set_ground(self._sheet, "window")
        self._stack = QVBoxLayout(self._sheet)
        self._stack.setContentsMargins(style.dp(16), style.dp(16), style.dp(16), style.dp(16))
        self._stack.setSpacing(style.dp(14))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._sheet)
        self._area.setAccessibleName(_("Pages of the summary"))
        return self._area

    # Making.

    def make(self) -> None:
        """Make the summary as chosen and show its pages; one that is still being made is dropped."""
        if self._job is not None:
            self._job.cancel()
        self.made = None
        self.export.setEnabled(False)
        _ = self._words
        self.state.setText(_("Making the summary…"))
        firm = replace(self._firm, paper=self.paper.currentData(), language=self.language.currentData())
        dots = style.dp(_PAGE_WIDTH) * self.devicePixelRatioF() / _INCHES_ACROSS[firm.paper]
        view = self._view
        self._job = self._background.run(lambda _task: _make(view, firm, dots), self._show, self._failed)

    def _show(self, made: Made) -> None:
        self.made = made
        self.export.setEnabled(True)
        _ = self._words
        self.state.setText(_.plural("{n} page", "{n} pages", len(made.pages)))
        while (item := self._stack.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, picture in enumerate(made.pages, start=1):
            page = QLabel(self._sheet)
            shown = QPixmap.fromImage(picture)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(shown)
            page.setAccessibleName(_("Page {number} of {total}", number=at, total=len(made.pages)))
            self._stack.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack.addStretch()

    def _failed(self, error: Exception) -> None:
        self.state.setText("")
        self.messages.show_notice(Notice("summary", "not_met", lambda words: sentence(error, words)))
        if is_ours(error):
            self.fault.emit(error)

    # Writing.

    def proposed_name(self) -> str:
        """A file name that says whose summary it is, of which day, in which languages."""
        case = self._view.case
        family = "".join(sign if sign.isalnum() else "-" for sign in case.client.family_name.upper())
        number = "".join(sign if sign.isalnum() or sign == "-" else "_" for sign in case.file_number)
        language = _NAME_OF_LANGUAGE[self.language.currentData()]
        return f"{number}_{family}_{self._view.assessment.today.isoformat()}_{language}.pdf"

    def _export(self) -> None:
        _ = self._words
        if self.made is None:
            return
        kinds = _("PDF documents") + " (*.pdf)"
        proposed = self._folder / self.proposed_name()
        chosen = self._asker.file_to_save(self, _("Export the summary"), proposed, kinds)
        if chosen is None:
            return
        made = self.made
        self._background.run(
            lambda _task: _write(chosen, made.content),
            lambda _nothing: self._was_written(Written(chosen, len(made.pages))),
            self._failed,
        )

    def _was_written(self, written: Written) -> None:
        self.written.emit(written)
        self.accept()

    def done(self, result: int) -> None:
        """Close; what is still being made is not wanted any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _make(view: CaseView, firm: Firm, dots_per_inch: float) -> Made:
    from cec_desktop.reports.summary import summary_bytes
    from cec_desktop.ui.pdf_pages import render_pages

    content = summary_bytes(
        view.case,
        view.assessment,
        language=firm.language,
        paper=firm.paper,
        office=firm.details,
        prepared_on=view.assessment.today,
    )
    return Made(content, tuple(render_pages(content, dots_per_inch)))


def _write(path: Path, content: bytes) -> None:
    from cec_desktop.reports.files import write_whole

    write_whole(path, content)
