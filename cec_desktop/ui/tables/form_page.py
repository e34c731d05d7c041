"""A page that is one form of the file itself: the person, Express Entry, notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cec_desktop.casefile.edits import Edit, change_case, change_client
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.fields.field import Setting
from cec_desktop.ui.style import dp, set_ground
from cec_desktop.ui.tables.form import Form
from cec_desktop.ui.tables.judging import complaint, problems_of
from cec_desktop.ui.tables.spec import Group, changes_for
from cec_desktop.ui.tables.unsaved import Unsaved, texts_of
from cec_desktop.ui.theme import Theme

_CLIENT = "client."


def scrolled(
    groups: Sequence[Group], words: Words, theme: Theme, parent: QWidget
) -> tuple[QScrollArea, Form]:
    """A form, and the area in which it scrolls when it has no room."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    # A click beside the fields must not take the keyboard from the one that is being typed into.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_ground(area.viewport(), "sunken")
    # Made where it stays: moving it there would have every field styled again.
    form = Form(groups, words, theme, area.viewport())
    set_ground(form, "sunken")
    area.setWidget(form)
    form.look_at.connect(lambda widget: area.ensureWidgetVisible(widget, 0, dp(6)))
    return area, form


def setting_of(view: CaseView, list_name: str = "") -> Setting:
    """What the fields of a form must know of the file, and of the person whose list the form is of."""
    of_spouse = list_name.startswith("spouse.")
    person = view.case.spouse if of_spouse else view.case
    studies = tuple(
        (study.id or "", study.program or study.institution or study.id or "")
        for study in (person.studies if person is not None else ())
    )
    jobs = tuple(
        (job.id or "", job.employer or job.title or job.id or "")
        for job in (person.jobs if person is not None else ())
    )
    edition = next((work.occupation.edition for work in view.assessment.membership.work), "")
    return Setting(view.assessment.on, view.assessment.today, studies, edition, jobs)


class FormPage(QWidget):
    """A form bound to the whole file; ``name`` tells its fields from those of other pages."""

    edit_requested = Signal(object)
    edited = Signal()
    """What stands in a field unsaved is other than before."""

    def __init__(
        self, name: str, groups: Sequence[Group], words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = words
        self._case: CaseFile | None = None
        area, self.form = scrolled(groups, words, theme, self)
        self.form.check = self._check
        self.form.commit = self._commit
        self.form.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def display(self, view: CaseView) -> None:
        """Show a file."""
        self._case = view.case
        self.form.show_item((view.case.file_number, self._name, ""), view.case, setting_of(view))

    def flush(self) -> bool:
        """Save what is typed; False when some of it is wrong."""
        return self.form.flush()

    def unsaved(self) -> Unsaved:
        """What is typed and not saved."""
        return Unsaved(texts_of(self.form))

    def put_unsaved(self, unsaved: Unsaved) -> None:
        """Put back what was typed and not saved."""
        assert self._case is not None
        for item_id, texts in unsaved.texts.items():
            self.form.put_unsaved((self._case.file_number, self._name, item_id), texts)

    def drop_unsaved(self) -> None:
        """Throw away what is typed and not saved."""
        self.form.drop_unsaved()

    def show_field(self, name: str) -> bool:
        """Put the keyboard into a field; False when there is none of that name."""
        return self.form.focus_field(name)

    def show_place(self, place: str) -> bool:
        """Put the keyboard into the field a place lies in; False when the form shows none."""
        name = self.form.holding(place)
        return name is not None and self.form.focus_field(name)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.form.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.form.set_theme(theme)

    def _edit(self, name: str, value: object) -> Edit:
        assert self._case is not None
        if name.startswith(_CLIENT):
            inner = name.removeprefix(_CLIENT)
            return change_client(merge_key=name, **changes_for(self._case.client, inner, value))
        return change_case(merge_key=name, **changes_for(self._case, name, value))

    def _check(self, name: str, value: object) -> str | None:
        if self._case is None:
            return None
        problems = problems_of(self._edit(name, value), self._case)
        return complaint(problems, name, self.form.label(name), self._case, self._words)

    def _commit(self, name: str, value: object) -> None:
        if self._case is not None:
            self.edit_requested.emit(self._edit(name, value))
