"""The lists of a file that have a table: their words, rows, forms and what a new entry begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar, cast

from cec_desktop.casefile.items import items_of as entries_of
from cec_desktop.casefile.model import (
    Absence,
    CaseFile,
    Child,
    Education,
    HistoryPeriod,
    Item,
    Job,
    LanguageTest,
    StatusPeriod,
    Study,
)
from cec_desktop.i18n.words import N_, Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.tables import family_forms, other_forms, other_rows, plain_rows
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
    entry: str
    """What one entry is called."""
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
    entry=N_("Job"),
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
    entry=N_("Study"),
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
    entry=N_("Status"),
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
    entry=N_("Language result"),
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
    entry=N_("Absence"),
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
    entry=N_("Credential"),
    add=N_("Add credential"),
    new=N_("New credential"),
    unsaved=N_("New credential, not added yet"),
    nothing=N_("No completed credential is entered."),
    listing=other_rows.education_listing,
    form=other_forms.EDUCATION_FORM,
    empty=unfinished(Education, level=None),
    needed=("level",),
)


CHILDREN: Final = RecordKind(
    list_name="children",
    title=N_("Children"),
    entry=N_("Child"),
    add=N_("Add child"),
    new=N_("New child"),
    unsaved=N_("New child, not added yet"),
    nothing=N_("No child is entered, accompanying or not."),
    listing=plain_rows.children_listing,
    form=family_forms.CHILD_FORM,
    empty=Child(),
)
HISTORY: Final = RecordKind(
    list_name="history",
    title=N_("Background"),
    entry=N_("Background entry"),
    add=N_("Add address or activity"),
    new=N_("New address or activity"),
    unsaved=N_("New address or activity, not added yet"),
    nothing=N_("No address and no activity is entered. Forms ask for all of them, without a gap."),
    listing=plain_rows.history_listing("history"),
    form=other_forms.HISTORY_FORM,
    empty=HistoryPeriod(),
)


def _of_spouse(kind: RecordKind, title: str, nothing: str) -> RecordKind:
    """The same list of the spouse or partner; what it says is not judged by the class."""
    list_name = f"spouse.{kind.list_name}"
    listing = (
        plain_rows.history_listing(list_name) if kind is HISTORY else plain_rows.spouse_listing(list_name)
    )
    return replace(kind, list_name=list_name, title=title, nothing=nothing, listing=listing)


OF_SPOUSE: Final = (
    _of_spouse(LANGUAGE_TESTS, N_("Spouse: language"), N_("No language result of the spouse is entered.")),
    _of_spouse(EDUCATION, N_("Spouse: education"), N_("No credential of the spouse is entered.")),
    _of_spouse(JOBS, N_("Spouse: work"), N_("No work of the spouse is entered.")),
    _of_spouse(STUDIES, N_("Spouse: study"), N_("No study of the spouse is entered.")),
    _of_spouse(STATUSES, N_("Spouse: status"), N_("No status of the spouse is entered.")),
    _of_spouse(HISTORY, N_("Spouse: background"), N_("No background of the spouse is entered.")),
)
BY_NAME: Final = {
    kind.list_name: kind
    for kind in (
        JOBS,
        STUDIES,
        STATUSES,
        LANGUAGE_TESTS,
        ABSENCES,
        EDUCATION,
        CHILDREN,
        HISTORY,
        *OF_SPOUSE,
    )
}
"""Every list with a table, by its name in the file."""
SHARED: Final = frozenset(("statuses", "jobs", "studies", "language_tests", "absences", "education"))
"""Lists of which other views show entries too."""


def items_of(case: CaseFile, kind: RecordKind) -> tuple[Item, ...]:
    """The entries of a list."""
    return entries_of(case, kind.list_name)


def find(case: CaseFile, kind: RecordKind, key: str) -> Item | None:
    """The entry of an id; None when the list does not have it."""
    return next((item for item in items_of(case, kind) if item.id == key and key), None)
