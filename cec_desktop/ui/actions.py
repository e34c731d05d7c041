"""Everything the menus can do: declared once with words, keys and place; said again in a new language."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Needs = Literal["nothing", "casebook", "file", "trial", "lock"]


class Spec(NamedTuple):
    """An action: its words, its keys, and what must be open for it; ``lock``: only while nothing is."""

    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = "casebook"
    group: str = ""
    """Actions of a group are choices, one of which holds."""


SPECS: Final[dict[str, Spec]] = {
    "new_file": Spec(N_("&New file…"), ("Ctrl+N",)),
    "import": Spec(N_("&Import files…"), ("Ctrl+Shift+I",)),
    "export": Spec(N_("&Export file…"), ("Ctrl+Shift+E",), "file"),
    "close_file": Spec(N_("Clo&se file"), ("Ctrl+W",), "file"),
    "new_casebook": Spec(N_("New &casebook…"), (), "lock"),
    "open_casebook": Spec(N_("&Open another casebook…"), ("Ctrl+O",), "lock"),
    "lock": Spec(N_("&Lock now"), ("Ctrl+L",)),
    "quit": Spec(N_("&Quit"), ("Ctrl+Q",), "nothing"),
    "undo": Spec(N_("&Undo"), ("Ctrl+Z",)),
    "redo": Spec(N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    "search": Spec(N_("&Find a file"), ("Ctrl+F",)),
    "palette": Spec(N_("&Go to anything…"), ("Ctrl+K",)),
    "firm": Spec(N_("Fir&m and consultant…")),
    "settings": Spec(N_("Settin&gs…"), ("Ctrl+,",), "nothing"),
    "fold_list": Spec(N_("Fold the &list"), ("Ctrl+1",)),
    "fold_timeline": Spec(N_("Fold the &timeline"), ("Ctrl+2",), "file"),
    "fold_panel": Spec(N_("Fold the &panel"), ("Ctrl+3",), "file"),
    "next_pane": Spec(N_("&Next pane"), ("F6",)),
    "previous_pane": Spec(N_("P&revious pane"), ("Shift+F6",)),
    "next_file": Spec(N_("Ne&xt open file"), ("Ctrl+Tab",), "file"),
    "language_en": Spec("&English", (), "nothing", "language"),
    "language_fr": Spec("&Français", (), "nothing", "language"),
    "theme_system": Spec(N_("As the &system has it"), (), "nothing", "theme"),
    "theme_light": Spec(N_("Li&ght"), (), "nothing", "theme"),
    "theme_dark": Spec(N_("&Dark"), (), "nothing", "theme"),
    "duplicate": Spec(N_("&Duplicate file"), ("Ctrl+D",), "file"),
    "archive": Spec(N_("Ar&chive file"), (), "file"),
    "bin": Spec(N_("De&lete file"), (), "file"),
    "tags": Spec(N_("Ta&gs…"), (), "file"),
    "go_to_date": Spec(N_("Application d&ate"), ("Ctrl+Shift+D",), "file"),
    "what_if": Spec(N_("&What if"), ("Ctrl+T",), "file"),
    "take_over": Spec(N_("Ta&ke the what-if over"), ("Ctrl+Shift+T",), "trial"),
    "throw_away": Spec(N_("Th&row the what-if away"), (), "trial"),
    "add_statuses": Spec(N_("Add &status"), (), "file"),
    "add_jobs": Spec(N_("Add &job"), (), "file"),
    "add_studies": Spec(N_("Add st&udies"), (), "file"),
    "add_language_tests": Spec(N_("Add &test"), (), "file"),
    "zoom_in": Spec(N_("Zoom &in"), ("Ctrl++", "Ctrl+="), "file"),
    "zoom_out": Spec(N_("Zoom &out"), ("Ctrl+-",), "file"),
    "fit_life": Spec(N_("&Everything"), ("Ctrl+0",), "file"),
    "fit_window": Spec(N_("&Window before the application"), ("Ctrl+9",), "file"),
    "snap": Spec(N_("S&nap"), (), "file"),
    "summary": Spec(N_("&Summary as PDF…"), ("Ctrl+P",), "file"),
    "manual": Spec(N_("&Manual"), ("F1",), "nothing"),
    "tour": Spec(N_("&Tour"), (), "nothing"),
    "about": Spec(N_("&About CEC Desktop"), (), "nothing"),
    "report": Spec(N_("&Problem report…"), (), "nothing"),
}

MENUS: Final = (
    (
        N_("&File"),
        (
            *("new_file", "import", "export", "", "close_file", "", "new_casebook", "open_casebook"),
            *("", "firm", "settings", "", "lock", "quit"),
        ),
    ),
    (N_("&Edit"), ("undo", "redo", "", "search", "palette")),
    (
        N_("&View"),
        (
            *("fold_list", "fold_timeline", "fold_panel", "", "next_pane", "previous_pane", "next_file"),
            *("", "language_en", "language_fr", "", "theme_system", "theme_light", "theme_dark"),
        ),
    ),
    (
        N_("&Case"),
        ("go_to_date", "tags", "", "what_if", "take_over", "throw_away", "", "duplicate", "archive", "bin"),
    ),
    (
        N_("&Timeline"),
        (
            *("add_statuses", "add_jobs", "add_studies", "add_language_tests", ""),
            *("zoom_in", "zoom_out", "fit_life", "fit_window", "", "snap"),
        ),
    ),
    (N_("&Reports"), ("summary",)),
    (N_("&Help"), ("manual", "tour", "", "report", "about")),
)
_LOCKED_MENUS: Final = {N_("&File"), N_("&Help")}


class Actions(QObject):
    """The actions of the window and the menus they stand in."""

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._words = words
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {name: self._make(spec, window) for name, spec in SPECS.items()}
        self._menus: list[tuple[QMenu, str]] = []
        self._undo: Callable[[Words], str] | None = None
        self._redo: Callable[[Words], str] | None = None
        self.set_words(words)

    def __getitem__(self, name: str) -> QAction:
        """An action by its name."""
        return self._actions[name]

    def in_menus(self) -> list[tuple[str, str]]:
        """The names of all actions in the order of the menus, each with the source text of its menu."""
        return [(name, menu) for menu, names in MENUS for name in names if name]

    def connect_all(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Say what each action does.

        Raises:
            KeyError: an action is left without a handler, or a handler has no action.
        """
        if handlers.keys() != self._actions.keys():
            raise KeyError(*sorted(handlers.keys() ^ self._actions.keys()))
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(lambda _on=False, go=handler: go())

    def fill(self, bar: QMenuBar, *, locked: bool) -> None:
        """Build the menus, those of the locked window first; the others join when a casebook is opened."""
        built = {text for _menu, text in self._menus}
        for at, (text, names) in enumerate(MENUS):
            if text in built or (locked and text not in _LOCKED_MENUS):
                continue
            menu = QMenu(self._words(text), bar)
            for name in names:
                if name:
                    menu.addAction(self._actions[name])
                else:
                    menu.addSeparator()
            later = {later for later, _names in MENUS[at + 1 :]}
            before = next((each.menuAction() for each, title in self._menus if title in later), None)
            if before is None:
                bar.addMenu(menu)
            else:
                bar.insertMenu(before, menu)
            self._menus.append((menu, text))
            self._menus.sort(key=lambda each: [title for title, _names in MENUS].index(each[1]))

    def arm(self) -> None:
        """Give the actions their keys; until the window stands nobody can press them."""
        from PySide6.QtGui import QKeySequence

        for name, spec in SPECS.items():
            self._actions[name].setShortcuts([QKeySequence(keys) for keys in spec.keys])

    def allow(self, opened: Collection[Needs]) -> None:
        """Enable what can be done with what is open; a locked window has fewer menus."""
        locked = "lock" in opened
        for name, spec in SPECS.items():
            allowed = spec.needs == "nothing" or spec.needs in opened
            self._actions[name].setEnabled(allowed)
            self._actions[name].setVisible(allowed or (not locked and spec.needs != "lock"))
        for menu, text in self._menus:
            menu.menuAction().setVisible(not locked or text in _LOCKED_MENUS)

    def name_undo(self, undo: Callable[[Words], str] | None, redo: Callable[[Words], str] | None) -> None:
        """Name what undo and redo would do; None switches one off."""
        self._undo, self._redo = undo, redo
        self._say_undo()

    def choose(self, name: str) -> None:
        """Mark which choice of a group holds."""
        self._actions[name].setChecked(True)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for name, spec in SPECS.items():
            self._actions[name].setText(spec.text if spec.group == "language" else words(spec.text))
        for menu, text in self._menus:
            menu.setTitle(words(text))
        self._say_undo()

    def _make(self, spec: Spec, window: QWidget) -> QAction:
        action = QAction(window)
        window.addAction(action)
        if spec.group:
            action.setCheckable(True)
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _say_undo(self) -> None:
        _ = self._words
        undo, redo = self._actions["undo"], self._actions["redo"]
        undo.setEnabled(self._undo is not None)
        redo.setEnabled(self._redo is not None)
        undo.setText(_("&Undo") if self._undo is None else _("&Undo: {what}", what=_plain(self._undo(_))))
        redo.setText(_("&Redo") if self._redo is None else _("&Redo: {what}", what=_plain(self._redo(_))))


def _plain(text: str) -> str:
    """A text as a menu shows it: an ampersand in a client's entry is no key."""
    return text.replace("&", "&&")
