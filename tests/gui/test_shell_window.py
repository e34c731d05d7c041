"""Stories of the window: it narrows, folds, goes round with F6, follows the theme, says what went wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cec_desktop.casefile.edits import change_client
from cec_desktop.ui.splitter import Splitter
from cec_desktop.ui.tables.record_tabs import RecordTabs
from cec_desktop.ui.theme import theme_named
from cec_desktop.ui.timeline.view import TimelineView
from cec_desktop.ui.views import widget_of
from tests.gui.shell import Shell, client

OKAFOR = client("Okafor", "Adaeze", "2026-0042")
LI = client("Li", "Wei", "2026-0043")


def opened(shell: Shell, width: int, height: int) -> None:
    window = shell.unlocked(OKAFOR, LI)
    window.resize(width, height)
    shell.process()
    shell.space.open_case(shell.space.list.model.rows()[0].case_id)
    shell.process()


@pytest.mark.parametrize(
    ("width", "height", "list_rail", "panel_rail"),
    [
        (1920, 1080, False, False),
        (1440, 900, False, False),
        (1366, 768, False, False),
        (1280, 720, True, False),
        (1000, 700, True, True),
        (940, 640, True, True),
    ],
)
def test_the_window_narrows_by_folding_panes(
    shell: Shell, width: int, height: int, list_rail: bool, panel_rail: bool
) -> None:
    opened(shell, width, height)
    assert shell.space.list_pane.folded is list_rail
    assert shell.page.panel_pane.folded is panel_rail
    assert shell.window.width() == width
    timeline, tables = (widget_of(view) for view in shell.page.views.all()[:2])
    assert timeline.height() >= 150
    assert tables.height() >= 90
    assert timeline.width() > 0.5 * width


def test_nothing_in_the_header_is_cut_at_the_smallest_width(shell: Shell) -> None:
    opened(shell, 940, 640)
    for language in ("en", "fr"):
        shell.window.set_language(language)
        shell.process()
        header = shell.page.header
        for part in (header.summary, header.date.field, header.name, header.number):
            assert part.width() >= part.sizeHint().width() - 1, part
        assert header.rect().contains(header.summary.geometry())


@pytest.mark.parametrize("letters", [60, 10_000])
def test_the_longest_name_gives_way_to_the_panel(shell: Shell, letters: int) -> None:
    opened(shell, 1280, 720)
    panel = shell.page.panel_pane.width()
    name = ("de la Concepción " * letters)[:letters].strip()
    session = shell.page.session
    session.apply(change_client(family_name=name))
    shell.process()

    assert shell.page.panel_pane.width() == panel
    assert shell.window.width() == 1280
    assert shell.window.minimumSizeHint().width() < 1280
    assert shell.page.header.name.toolTip().startswith("DE LA CONCEPCIÓN DE LA")
    assert shell.page.header.summary.visibleRegion().boundingRect() == shell.page.header.summary.rect()


def test_panes_fold_by_key_and_stand_again(shell: Shell) -> None:
    opened(shell, 1440, 900)
    timeline = widget_of(shell.page.views.timeline)
    height = timeline.height()
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        shell.press(keys)
    shell.process()
    assert (shell.space.list_pane.folded, shell.page.panel_pane.folded) == (True, True)
    assert timeline.height() < height
    assert shell.page.panel_rail.isVisible()
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        shell.press(keys)
    shell.process()
    assert (shell.space.list_pane.folded, shell.page.panel_pane.folded) == (False, False)
    assert timeline.height() == height


def test_the_folded_panel_says_the_verdict_and_comes_out_over_the_page(shell: Shell) -> None:
    opened(shell, 1000, 700)
    rail = shell.page.panel_rail
    assert rail.sentence() == "Eligibility: member on 2026-11-22"
    shell.window.set_language("fr")
    assert rail.accessibleName() == "Admissibilité\u00a0: membre le 2026-11-22"
    QTest.mouseClick(rail, Qt.MouseButton.LeftButton)
    pane = shell.page.panel_pane
    panel = widget_of(shell.page.views.panel)
    assert pane.out is True
    assert panel.isVisible()
    assert panel.mapTo(shell.window, QPoint(0, 0)).x() < rail.mapTo(shell.window, QPoint(0, 0)).x()
    QTest.mouseClick(widget_of(shell.page.views.tables), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_the_folded_list_comes_out_for_a_search_and_goes_when_a_file_is_chosen(shell: Shell) -> None:
    opened(shell, 1280, 720)
    space = shell.space
    assert space.rail.isVisible()
    shell.press("Ctrl+F")
    assert space.list_pane.out
    assert space.list.search.hasFocus()
    shell.process()
    shell.type(space.list.search, "li")
    QTest.keyClick(space.list.search, Qt.Key.Key_Return)
    assert shell.page.session.view.case.file_number == "2026-0043"
    assert not space.list_pane.out


def test_escape_puts_the_list_away(shell: Shell) -> None:
    opened(shell, 1280, 720)
    shell.press("Ctrl+F")
    QTest.keyClick(shell.space.list.search, Qt.Key.Key_Escape)
    assert not shell.space.list_pane.out


def test_a_click_on_the_rail_opens_the_file(shell: Shell) -> None:
    opened(shell, 1280, 720)
    view = shell.space.rail.view
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(shell.space.list.model.index(1)).center(),
    )
    assert len(shell.space.tabs.pages()) == 2


def test_f6_goes_round_list_head_timeline_table_and_panel(shell: Shell) -> None:
    opened(shell, 1440, 900)
    shell.space.list.view.setFocus()
    page = shell.page
    round_trip: list[QWidget] = [
        page.header,
        *(widget_of(view) for view in page.views.all()),
        shell.space.list,
    ]
    for pane in round_trip:
        shell.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane.isAncestorOf(focus) or pane is focus, (pane, focus)
    shell.press("Shift+F6")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert widget_of(page.views.panel).isAncestorOf(focus)


def test_the_theme_changes_live_and_is_remembered(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    window.actions_["theme_dark"].trigger()
    shell.process()
    ground = theme_named("dark").colour("surface")
    assert shell.application.palette().color(QPalette.ColorRole.Base) == ground
    picture = shell.page.header.grab().toImage()
    assert picture.pixelColor(3, 3) == ground
    light = theme_named("light")
    whole = window.grab().toImage()
    colours = {whole.pixelColor(x, 5).name() for x in range(0, window.width(), 7)}
    assert light.hex("window").lower() not in colours
    shell.stop()
    shell.start()
    assert shell.window.theme == theme_named("dark")


def test_a_dark_system_is_followed(shell: Shell, qapp: QApplication) -> None:
    dark = QPalette(QColor("#202020"))
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    qapp.setPalette(dark)
    shell.casebook()
    assert shell.start().theme == theme_named("dark")


def test_sizes_are_remembered_for_each_width(shell: Shell) -> None:
    opened(shell, 1440, 900)
    splitter = shell.space._splitter
    splitter.setSizes([320, 1119])
    splitter.splitterMoved.emit(320, 1)
    shell.window.resize(1366, 768)
    shell.process()
    assert splitter.sizes()[0] < 300
    shell.window.resize(1440, 900)
    shell.process()
    assert abs(splitter.sizes()[0] - 320) <= 2
    splitter.reset_requested.emit()
    assert splitter.sizes()[0] < 300


def test_a_border_moves_by_arrow_keys_and_a_double_click_resets_it(shell: Shell) -> None:
    opened(shell, 1440, 900)
    splitter = shell.page._vertical
    assert isinstance(splitter, Splitter)
    handle = splitter.handle(1)
    before = splitter.sizes()[0]
    QTest.keyClick(handle, Qt.Key.Key_Up)
    assert splitter.sizes()[0] == before - 8
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton)
    assert splitter.sizes()[0] == before
    assert handle.height() == 7


def test_the_undo_line_leaves_by_itself_unless_it_has_the_focus(shell: Shell) -> None:
    shell.unlocked(OKAFOR, LI)
    shell.choose("Archive", "LI, Wei")
    line = shell.window.status.undo_line()
    assert line is not None
    assert line.isVisible()
    line.button.setFocus()
    assert not line._leaving.isActive()
    shell.space.list.view.setFocus()
    assert line._leaving.isActive()
    line._leaving.setInterval(1)
    line._leaving.start()
    shell.qtbot.waitUntil(lambda: not line.isVisible())


def test_closing_the_window_saves_what_is_typed(shell: Shell) -> None:
    path = shell.casebook(OKAFOR)
    shell.start()
    shell.unlock()
    shell.click_row("OKAFOR, Adaeze")
    edit = shell.page.header.date.field.edit
    edit.selectAll()
    shell.type(edit, "2027-01-04")
    shell.stop()
    shell.start()
    shell.unlock()
    shell.click_row("OKAFOR, Adaeze")
    assert str(shell.page.session.view.case.application_date) == "2027-01-04"
    assert path.exists()


def test_closing_with_something_that_cannot_be_saved_asks_nothing_and_keeps_it(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    edit = shell.page.header.date.field.edit
    edit.selectAll()
    shell.type(edit, "2026-02-31")
    shell.stop()
    assert not window.isVisible()
    assert shell.answers.asked == []
    shell.start()
    shell.unlock()
    shell.click_row("OKAFOR, Adaeze")
    assert shell.page.header.date.field.edit.text() == "2026-02-31"


def test_a_selection_in_the_table_is_one_on_the_timeline_and_back(shell: Shell) -> None:
    opened(shell, 1440, 900)
    page = shell.page
    chosen: list[tuple[str, str]] = []
    timeline = page.views.timeline
    timeline.selection_requested.connect(lambda *what: chosen.append(what))
    page.views.tables.selection_requested.emit("jobs", "redriver")
    canvas = widget_of(timeline).findChild(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    assert canvas is not None
    page.select("jobs", "prairie")
    tables = page.views.tables
    assert tables.page("jobs").key == "prairie"  # type: ignore[attr-defined]


def test_an_edit_that_is_refused_is_said_above_the_views(shell: Shell) -> None:
    from cec_desktop.casefile.edits import change_item
    from tests.gui.desk import TODAY

    opened(shell, 1440, 900)
    page = shell.page
    before = page.session.view.case
    page.session.apply(change_item("jobs", "redriver", end=TODAY.replace(year=2020)))
    (bar,) = page.messages.bars()
    assert "Job Red River Software, To: is before start" in bar.text()
    assert page.session.view.case == before
    page.session.apply(change_item("jobs", "redriver", title="Developer"))
    assert page.messages.bars() == []


def test_the_timeline_menu_presses_the_buttons_of_the_timeline(shell: Shell) -> None:
    opened(shell, 1440, 900)
    actions = shell.window.actions_
    timeline = widget_of(shell.page.views.timeline)
    assert isinstance(timeline, TimelineView)
    window = timeline.canvas.zoomer.scale.px
    actions["fit_life"].trigger()
    assert timeline.toolbar.life.isChecked()
    shell.qtbot.waitUntil(lambda: timeline.canvas.zoomer.scale.px < window)
    life = timeline.canvas.zoomer.scale.px
    shell.press("Ctrl+9")
    assert timeline.toolbar.window_fit.isChecked()
    shell.qtbot.waitUntil(lambda: timeline.canvas.zoomer.scale.px > life)
    actions["snap"].trigger()
    assert not timeline.canvas.drags.snapping


def test_an_entry_is_begun_from_the_menu(shell: Shell) -> None:
    opened(shell, 1440, 900)
    shell.window.actions_["add_studies"].trigger()
    tabs = widget_of(shell.page.views.tables)
    assert isinstance(tabs, RecordTabs)
    assert tabs.current == "studies"
    assert tabs.page("studies").draft is not None
