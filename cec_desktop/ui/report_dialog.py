"""Shows what can be reported of a fault: where in the program, on which versions; nothing of a client."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style


class ReportDialog(QDialog):
    """A report that can be copied; without a fault it tells the versions alone."""

    def __init__(self, text: str, words: Words, parent: QWidget | None = None, *, fault: bool = True) -> None:
        super().__init__(parent)
        _ = words
        self.setWindowTitle(_("Problem report"))
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(20), style.dp(16), style.dp(20), style.dp(16))
        box.setSpacing(style.dp(8))
        said = _("The program made a mistake") if fault else _("Nothing went wrong since the start")
        heading, hint = QLabel(said, self), QLabel(self)
        style.set_role(heading, "name")
        hint.setWordWrap(True)
        hint.setText(
            _(
                "Every change that was saved is safe. This report says where in the program it happened; it "
                "holds no names, numbers or dates of clients. Add none when you send it."
            )
        )
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Problem report"))
        self.copy, close = QPushButton(_("Copy"), self), QPushButton(_("Close"), self)
        self.copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.copy)
        row.addWidget(close)
        for widget in (heading, hint):
            box.addWidget(widget)
        box.addWidget(self.text, 1)
        box.addLayout(row)
        self.resize(style.dp(560), style.dp(420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
