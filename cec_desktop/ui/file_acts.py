"""What is done with client files as a whole: make, copy, archive, delete, import, export, summarize."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.failure import explained
from cec_desktop.ui.file_list_model import client_name
from cec_desktop.ui.kit import Kit
from cec_desktop.ui.messages import Notice, Offer
from cec_desktop.ui.settings import LAST_FOLDER
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.practice.office import Office
    from cec_desktop.ui.preview import Written

Said = Callable[[Words], str]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done:
    """An act on a whole file that can be taken back: its words, and how."""

    said: Said
    take_back: Callable[[], object]


class FileActs(QObject):
    """Carries acts out on the office of a workspace and says in the page what could not be done."""

    done = Signal(object)
    """A :class:`Done`."""

    def __init__(self, workspace: Workspace, kit: Kit, words: Words, theme: Theme, window: QWidget) -> None:
        super().__init__(workspace)
        self._workspace, self._kit, self._window = workspace, kit, window
        self._words, self._theme = words, theme
        workspace.act_requested.connect(self.act)
        workspace.new_requested.connect(self.new)
        workspace.summary_requested.connect(self.summarize)

    def dress(self, words: Words, theme: Theme) -> None:
        """Speak a language and wear a theme in every dialog opened from now on."""
        self._words, self._theme = words, theme

    @property
    def _office(self) -> Office:
        return self._workspace.office

    def act(self, act: str, case_id: str) -> None:
        """Do with a file what its menu says."""
        acts: dict[str, Callable[[str], object]] = {
            "open": self._workspace.open_case,
            "duplicate": self.duplicate,
            "archive": self.archive,
            "unarchive": self.unarchive,
            "bin": self.bin,
            "restore": self.restore,
            "delete": self.delete,
        }
        acts[act](case_id)

    def new(self) -> None:
        """Ask for the facts of a new file, make it and open it."""
        from cec_desktop.ui.new_file import NewFileDialog

        office, theme = self._office, self._theme
        number = office.next_file_number()
        answer = NewFileDialog.ask(
            self._window, self._words, theme, self._kit.today(), number, lambda n: office.id_of(n) is not None
        )
        if answer is None:
            return
        made = self._tried(
            lambda: office.new(
                answer.family_name, answer.date_of_birth, answer.given_names, answer.file_number
            )
        )
        if made is not None:
            self._workspace.open_case(made)

    def change_tags(self) -> None:
        """Ask for the tags of the open file and give it those, in one step."""
        from cec_desktop.casefile.tags import set_tags, tags_of
        from cec_desktop.ui.tags_dialog import TagsDialog

        page = self._workspace.current()
        if page is None:
            return
        before, known = tags_of(page.session.view.case), self._office.tags()
        answer = TagsDialog.ask(self._window, self._words, self._theme, before, known)
        if answer is not None and answer != before:
            page.session.apply(set_tags(answer))

    def duplicate(self, case_id: str) -> None:
        """Copy a file under the next number and open the copy."""
        if not self._saved(case_id):
            return
        made = self._tried(lambda: self._office.duplicate(case_id))
        if made is not None:
            self._workspace.open_case(made)

    def archive(self, case_id: str) -> None:
        """Close a file and put it into the archive."""
        self._put_away(case_id, self._office.archive, self._office.unarchive, _archived)

    def unarchive(self, case_id: str) -> None:
        """Take a file out of the archive."""
        name = self._name(case_id)
        if name is not None and self._went(lambda: self._office.unarchive(case_id)):
            self.done.emit(
                Done(
                    lambda _: _("Take {name} out of the archive", name=name),
                    lambda: self._went(lambda: self._office.archive(case_id)),
                )
            )

    def bin(self, case_id: str) -> None:
        """Close a file and put it into the bin."""
        self._put_away(case_id, self._office.bin, self._office.restore, _deleted)

    def restore(self, case_id: str) -> None:
        """Take a file out of the bin."""
        name = self._name(case_id)
        if name is not None and self._went(lambda: self._office.restore(case_id)):
            self.done.emit(
                Done(
                    lambda _: _("Restore {name}", name=name),
                    lambda: self._went(lambda: self._office.bin(case_id)),
                )
            )

    def delete(self, case_id: str) -> None:
        """Delete a file for good, once the person has said so again."""
        _, name = self._words, self._name(case_id)
        if name is None:
            return
        agreed = self._kit.asker.confirm(
            self._window,
            _("Delete for good"),
            _(
                "Delete {name} for good? The file, its history and its search entries are destroyed; "
                "nothing can bring them back.",
                name=name,
            ),
            _("Delete for good"),
            _("Keep"),
        )
        if agreed:
            self._workspace.drop_case(case_id)
            self._went(lambda: self._office.delete(case_id))

    def import_files(self) -> None:
        """Ask for JSON files and take them in, all or none."""
        _ = self._words
        paths = self._kit.asker.files_to_open(
            self._window, _("Import client files"), self._folder(), _("Client files") + " (*.json)"
        )
        if not paths:
            return
        self._kit.settings.set(LAST_FOLDER, str(paths[0].parent))
        self._kit.background.run(
            lambda _task: self._office.import_files(paths), self._imported, self._workspace.show_error
        )

    def _imported(self, ids: tuple[str, ...]) -> None:
        self._workspace.ask_again()
        self._say(
            "office",
            lambda _: _.plural("{n} client file imported.", "{n} client files imported.", len(ids)),
        )
        if len(ids) == 1:
            self._workspace.open_case(ids[0])

    def export(self) -> None:
        """Ask where, and write the open file as JSON."""
        page, _ = self._workspace.current(), self._words
        if page is None or not page.flush() or page.what_if.refuse(_not_exported):
            return
        proposed = self._folder() / f"{_plain_name(page.session.view.case)}.json"
        path = self._kit.asker.file_to_save(
            self._window, _("Export the client file"), proposed, _("Client files") + " (*.json)"
        )
        if path is None:
            return
        self._kit.settings.set(LAST_FOLDER, str(path.parent))
        if self._went(lambda: self._office.export(page.case_id, path)):
            self._say_written(path, lambda _: _("Client file written: {file}.", file=path.name))

    def summarize(self) -> None:
        """Show the summary of the open file, and where it was written, if it was."""
        from cec_desktop.ui.preview import PreviewDialog

        page, theme = self._workspace.current(), self._theme
        if page is None or not page.flush() or page.what_if.refuse(_not_summarized):
            return
        try:
            firm = self._office.firm()
        except explained() as error:
            self._workspace.show_error(error)
            return
        kit = self._kit
        dialog = PreviewDialog(
            page.session.view,
            firm,
            self._folder(),
            kit.background,
            kit.asker,
            self._words,
            theme,
            self._window,
        )
        dialog.fault.connect(kit.fault)
        dialog.written.connect(self._summary_written)
        dialog.exec()
        dialog.deleteLater()

    def _summary_written(self, written: Written) -> None:
        self._kit.settings.set(LAST_FOLDER, str(written.path.parent))

        def said(_: Words) -> str:
            pages = _.plural("{n} page", "{n} pages", written.pages)
            return _("Summary written: {file}, {pages}.", file=written.path.name, pages=pages)

        self._say_written(written.path, said)

    # Within.

    def _put_away(
        self,
        case_id: str,
        put: Callable[[str], object],
        take_back: Callable[[str], object],
        said: Callable[[Words, str], str],
    ) -> None:
        name, was_open = self._name(case_id), case_id in self._workspace.open_ids()
        if name is None or not self._workspace.close_case(case_id):
            return
        if not self._went(lambda: put(case_id)):
            return

        def back() -> None:
            if self._went(lambda: take_back(case_id)) and was_open:
                self._workspace.open_case(case_id)

        self.done.emit(Done(lambda _: said(_, name), back))

    def _saved(self, case_id: str) -> bool:
        page = self._workspace.tabs.page_of(case_id)
        return page is None or page.flush()

    def _name(self, case_id: str) -> str | None:
        stored = self._tried(lambda: self._office.get(case_id))
        if stored is None:
            return None
        return client_name(stored.case.client.family_name, stored.case.client.given_names)

    def _tried(self, act: Callable[[], Result]) -> Result | None:
        try:
            return act()
        except explained() as error:
            self._workspace.show_error(error)
            return None

    def _went(self, act: Callable[[], object]) -> bool:
        return self._tried(lambda: (act(), True)) is not None

    def _folder(self) -> Path:
        folder = Path(self._kit.settings.get(LAST_FOLDER) or Path.home())
        return folder if folder.is_dir() else Path.home()

    def _say(self, topic: str, text: Said, offers: tuple[Offer, ...] = ()) -> None:
        self._workspace.messages.show_notice(Notice(topic, "met", text, offers=offers))

    def _say_written(self, path: Path, text: Said) -> None:
        offers = (
            Offer(lambda _: _("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            Offer(
                lambda _: _("Folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
            ),
        )
        self._say("written", text, offers)


def _archived(_: Words, name: str) -> str:
    return _("Archive {name}", name=name)


def _deleted(_: Words, name: str) -> str:
    return _("Delete {name}", name=name)


def _not_exported(_: Words) -> str:
    return _("A what-if is not exported.")


def _not_summarized(_: Words) -> str:
    return _("There is no summary of a what-if.")


def _plain_name(case: CaseFile) -> str:
    name = f"{case.file_number}_{case.client.family_name.upper()}"
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name)
