"""The few questions that need a dialog of the system, behind one seam so that tests can answer them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Asker(Protocol):
    """Asks the person for files and for a yes."""

    def files_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
        """The files chosen; none when the person changed their mind. `kinds` is Qt's filter text."""

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Where to write, starting from a proposal; the person has agreed to replace what is there."""

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """A folder."""

    def confirm(self, parent: QWidget, title: str, text: str, yes: str, no: str) -> bool:
        """Whether the person wants what cannot be taken back."""


class SystemAsker:
    """Asks with the dialogs of the system."""

    def files_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
        """The files chosen; none when the person changed their mind."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
        return [Path(path) for path in chosen]

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Where to write, starting from a proposal."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """A folder."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title, str(proposed))
        return Path(chosen) if chosen else None

    def confirm(self, parent: QWidget, title: str, text: str, yes: str, no: str) -> bool:
        """Whether the person wants what cannot be taken back; the safe answer is the default."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=parent)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refused)
        box.setEscapeButton(refused)
        box.exec()
        return box.clickedButton() is agreed
