"""The occupation chooser: by code or by words of the title, in the edition the code belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QListView, QMenu, QWidget

from cec_desktop.casefile.model import NocCode
from cec_desktop.i18n.words import Words
from cec_desktop.rules.noc import NocTables, UnknownOccupationError, load_noc
from cec_desktop.ui.fields.choice import ChoiceField
from cec_desktop.ui.fields.field import Note, Setting, UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.fields.occupation_hits import Hit, HitPainter, Hits
from cec_desktop.ui.style import dp
from cec_desktop.ui.theme import Theme

_MOST = 50
_NAMED = 2
"""So many codes of another edition are named beside a hit."""


def level_words(words: Words, tables: NocTables, version: str, code: str) -> str:
    """The level of a code as the edition calls it: TEER 1, or level B; empty for a code it does not have."""
    _ = words
    try:
        scheme, level = tables.scheme(version), tables.level(version, code)
    except UnknownOccupationError:
        return ""
    if scheme == "teer":
        return _("TEER {level}", level=level)
    return _("level {level}", level=level)


def title_words(words: Words, tables: NocTables, version: str, code: str) -> str:
    """The official title of a code; empty for a code the edition does not have."""
    try:
        return tables.title(version, code, words.language)
    except UnknownOccupationError:
        return ""


def occupation_words(words: Words, tables: NocTables, noc: NocCode) -> str:
    """Code, level and title: only the title may be cut, so it comes last."""
    parts = (
        noc.code,
        level_words(words, tables, noc.version, noc.code),
        title_words(words, tables, noc.version, noc.code),
    )
    return " · ".join(filter(None, parts))


class OccupationField(LineField):
    """An occupation of the National Occupational Classification, with the edition beside it."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, tables: NocTables | None = None
    ) -> None:
        self._tables = tables or load_noc()
        super().__init__(words, theme, parent)
        self.edition = ChoiceField(
            words,
            theme,
            self,
            values=self._tables.editions[::-1],
            name=lambda _words, edition: edition,
            none=None,
        )
        self.edition.show_value(self._tables.editions[-1])
        self.edition.commit = self._edition_chosen
        self.edition.setFixedWidth(dp(72))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.edition)
        self._also: tuple[NocCode, ...] = ()
        self._offers = False
        self._hits = Hits(self)
        self._painter = HitPainter(theme, self)
        self._popup = QListView()
        self._completer = self._make_completer()
        self.edit.textEdited.connect(self._search)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        completer.setPopup(self._popup)
        self._popup.setItemDelegate(self._painter)
        self._popup.setMinimumWidth(dp(480))
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.activated[str].connect(self._taken)  # type: ignore[index]
        self.edit.setCompleter(completer)
        return completer

    def popup(self) -> QAbstractItemView:
        """The list of what the search found."""
        return self._popup

    def show_value(self, value: object) -> None:
        """Show an occupation in its own edition."""
        if isinstance(value, NocCode) and not self.is_dirty():
            self.edition.show_value(value.version)
        super().show_value(value)
        # A long title is cut by the edge of the line.
        self.edit.setToolTip(self.write(value))

    def read(self, text: str) -> object:
        """The occupation of a code typed, or of words that only one title has."""
        _ = self.words
        plain = text.strip()
        if not plain:
            return None
        version = self._version
        code = plain.split(" ", 1)[0].split("·", 1)[0]
        if self._tables.has(version, code):
            return NocCode(version=version, code=code)
        if code.isdigit():
            raise UnreadableError(self._no_code(version, code))
        sure = self._tables.surely(plain, self.words.language, version)
        if len(sure) == 1:
            return NocCode(version=version, code=sure[0])
        if self._tables.search(plain, self.words.language, version, 1):
            raise UnreadableError(_("Several occupations have these words. Choose one of the list."))
        raise UnreadableError(_("No occupation of NOC {version} has these words.", version=version))

    def _no_code(self, version: str, code: str) -> str:
        """That the edition has no such code, and what the code is in it where another edition has it."""
        _ = self.words
        here = self._tables.carried_here(code, version)
        if not here:
            return _("NOC {version} has no code {code}.", version=version, code=code)
        return _(
            "NOC {version} has no code {code}. What another edition calls so is here: {codes}.",
            version=version,
            code=code,
            codes=here,
        )

    def write(self, value: object) -> str:
        """Code, level and title."""
        return occupation_words(self.words, self._tables, value) if isinstance(value, NocCode) else ""

    def set_words(self, words: Words) -> None:
        """Show titles in another language."""
        super().set_words(words)
        self.edition.set_words(words)
        self._hits.show([])

    def set_theme(self, theme: Theme) -> None:
        """Paint the hits with another theme."""
        super().set_theme(theme)
        self._painter.theme = theme

    def set_setting(self, setting: Setting) -> None:
        """The edition field goes along."""
        super().set_setting(setting)
        self.edition.set_setting(setting)
        if setting.edition and self.value is None and not self.is_dirty():
            self.edition.show_value(setting.edition)

    def parts(self) -> tuple[QWidget, ...]:
        """The line, then the edition."""
        return (self.edit, self.edition.box)

    def set_accessible(self, name: str, description: str) -> None:
        """Name both parts."""
        _ = self.words
        super().set_accessible(name, description)
        self.edition.set_accessible(_("Edition"), "")

    @property
    def _version(self) -> str:
        return str(self.edition.box.currentData())

    # The same occupation in another edition.

    def set_also(self, codes: Sequence[NocCode]) -> None:
        """What is entered of the same job in other editions; a form that keeps none does not call this."""
        self._also = tuple(codes)
        self._offers = True

    def note_at_rest(self) -> Note | None:
        """What the occupation is in the other edition, with a link that enters it."""
        _ = self.words
        value, version = self.value, self._other_version
        if not self._offers or not isinstance(value, NocCode) or version is None:
            return None
        entered = next((each for each in self._also if each.version == version), None)
        if entered is not None:
            level = level_words(_, self._tables, version, entered.code)
            said = _("Also NOC {version}: {code}, {level}", version=version, code=entered.code, level=level)
            return Note("hint", said)
        targets = self._tables.carry(value.version, value.code, version)
        if not targets:
            return None
        if len(targets) > 1:
            named = tuple(f"{each} ({level_words(_, self._tables, version, each)})" for each in targets)
            said = _("In NOC {version} one of: {codes}", version=version, codes=named)
            return Note("hint", said, _("Choose…"))
        names = occupation_words(_, self._tables, NocCode(version=version, code=targets[0]))
        said = _("In NOC {version}: {occupation}", version=version, occupation=names)
        return Note("hint", said, _("Enter it too"))

    def follow_link(self) -> None:
        """Enter the code of the other edition; where there are several, offer them."""
        value, version = self.value, self._other_version
        if not isinstance(value, NocCode) or version is None:
            return
        targets = self._tables.carry(value.version, value.code, version)
        if len(targets) == 1:
            self._enter_also(targets[0])
        elif targets:
            self.other_menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def other_menu(self) -> QMenu:
        """What the occupation may be in the other edition, to choose from."""
        value, version = self.value, self._other_version
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(value, NocCode) and version is not None:
            for code in self._tables.carry(value.version, value.code, version):
                words = occupation_words(self.words, self._tables, NocCode(version=version, code=code))
                menu.addAction(words).triggered.connect(partial(self._enter_also, code))
        return menu

    def _enter_also(self, code: str, _checked: bool = False) -> None:
        version = self._other_version
        if version is not None:
            others = tuple(each for each in self._also if each.version != version)
            self.commit_other("noc_also", (*others, NocCode(version=version, code=code)))

    @property
    def _other_version(self) -> str | None:
        """The edition to compare with: the newest, or of the newest the one before it."""
        value, editions = self.value, self._tables.editions
        if not isinstance(value, NocCode) or not self._tables.has(value.version, value.code):
            return None
        return editions[-2] if value.version == editions[-1] else editions[-1]

    # Searching.

    @property
    def _counterpart(self) -> str:
        """The edition whose codes stand beside the hits."""
        editions = self._tables.editions
        return editions[-2] if self._version == editions[-1] else editions[-1]

    def _search(self, text: str) -> None:
        found = self._tables.search(text, self.words.language, self._version, _MOST)
        self._hits.show([self._hit(code, title) for code, _level, title in found])

    def _hit(self, code: str, title: str) -> Hit:
        others = self._tables.carry(self._version, code, self._counterpart)
        other = self._levelled(self._counterpart, others[:_NAMED]) + (", …" if len(others) > _NAMED else "")
        return Hit(code, level_words(self.words, self._tables, self._version, code), title, other)

    def _levelled(self, version: str, codes: Sequence[str]) -> str:
        """Codes with their levels, as short as can be: 2171 A, 2173 A."""
        return ", ".join(f"{code} {self._tables.level(version, code)}" for code in codes)

    def _taken(self, text: str) -> None:
        self.edit.setText(text)
        self.flush()

    def _edition_chosen(self, version: object) -> None:
        """Another edition: the same digits if it has them, else the code is asked for again."""
        value = self.value
        if not isinstance(value, NocCode) or not isinstance(version, str):
            return
        self.edit.setText(value.code)
        self.flush()
