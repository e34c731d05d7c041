"""The lists of a file that have a table: their words, rows, forms and what a new entry begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from cec_desktop.casefile.model import (
    Absence,
    CaseFile,
    Education,
    Item,
    Job,
    LanguageTest,
    StatusPeriod,
    Study,
)
from cec_desktop.i18n.words import N_, Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.tables import other_forms, other_rows
from cec_desktop.ui.tables.job_form import JOB_FORM
from cec_desktop.ui.tables.rows import Listing
from cec_desktop.ui.tables.spec import Group
from cec_desktop.ui.tables.work_rows import work_listing

ItemT = TypeVar("ItemT", bound=Item)


def unfinished(model: type[ItemT], **facts: object) -> ItemT:
    """An entry of which what it needs may still be missing (None); it is made whole before it is added."""
    given = {name for name, value in facts.items() if value is not None}
    return cast(ItemT, model.model_construct(_fields_set=given)).model_copy(update=facts)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One list: how it is named, shown, edited and added to.

    ``needed`` are the facts without which an entry cannot be; ``empty`` begins a new one.
    """

    list_name: str
    title: str
    """The name of the tab."""
    add: str
    new: str
    """The heading of the form of an entry being added."""
    unsaved: str
    """What a row of an entry being added says."""
    nothing: str
    """What an empty list says."""
    listing: Callable[[CaseView, Words], Listing]
    form: Sequence[Group]
    empty: Item
    needed: tuple[str, ...] = ()


JOBS: Final = RecordKind(
    list_name="jobs",
    title=N_("Work"),
    add=N_("Add job"),
    new=N_("New job"),
    unsaved=N_("New job, not added yet"),
    nothing=N_("No job is entered. Work in Canada is what the class rests on."),
    listing=work_listing,
    form=JOB_FORM,
    empty=Job(),
)
STUDIES: Final = RecordKind(
    list_name="studies",
    title=N_("Study"),
    add=N_("Add study"),
    new=N_("New study"),
    unsaved=N_("New study, not added yet"),
    nothing=N_("No study is entered. Work during full-time study does not count."),
    listing=other_rows.study_listing,
    form=other_forms.STUDY_FORM,
    empty=Study(),
)
STATUSES: Final = RecordKind(
    list_name="statuses",
    title=N_("Status"),
    add=N_("Add status"),
    new=N_("New status"),
    unsaved=N_("New status, not added yet"),
    nothing=N_("No status is entered. Work counts only while the client may work and holds status."),
    listing=other_rows.status_listing,
    form=other_forms.STATUS_FORM,
    empty=unfinished(StatusPeriod, kind=None),
    needed=("kind",),
)
LANGUAGE_TESTS: Final = RecordKind(
    list_name="language_tests",
    title=N_("Language"),
    add=N_("Add test"),
    new=N_("New language result"),
    unsaved=N_("New language result, not added yet"),
    nothing=N_("No language result is entered. The class asks for an approved test."),
    listing=other_rows.language_listing,
    form=other_forms.LANGUAGE_FORM,
    empty=unfinished(LanguageTest, test=None),
    needed=("test",),
)
ABSENCES: Final = RecordKind(
    list_name="absences",
    title=N_("Absences"),
    add=N_("Add absence"),
    new=N_("New absence"),
    unsaved=N_("New absence, not added yet"),
    nothing=N_("No absence is entered. A day abroad counts only as paid vacation of a job."),
    listing=other_rows.absence_listing,
    form=other_forms.ABSENCE_FORM,
    empty=Absence(),
)
EDUCATION: Final = RecordKind(
    list_name="education",
    title=N_("Education"),
    add=N_("Add credential"),
    new=N_("New credential"),
    unsaved=N_("New credential, not added yet"),
    nothing=N_("No completed credential is entered."),
    listing=other_rows.education_listing,
    form=other_forms.EDUCATION_FORM,
    empty=unfinished(Education, level=None),
    needed=("level",),
)


def items_of(case: CaseFile, kind: RecordKind) -> tuple[Item, ...]:
    """The entries of a list."""
    items: tuple[Item, ...] = getattr(case, kind.list_name)
    return items


def find(case: CaseFile, kind: RecordKind, key: str) -> Item | None:
    """The entry of an id; None when the list does not have it."""
    return next((item for item in items_of(case, kind) if item.id == key and key), None)
