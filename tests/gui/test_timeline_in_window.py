"""The timeline in the whole window: a drag is seen by the panel, saved, and undone."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cec_desktop.practice.view import CaseView
from cec_desktop.ui.panel.panel import EligibilityPanel
from cec_desktop.ui.tables.record_tabs import RecordTabs
from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.view import TimelineView
from tests.gui.shell import Shell
from tests.gui.timeline_desk import d
from tests.ui.timeline.stories import at, full_life, gap_of_three_days

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Hand:
    """The mouse over the timeline of the file in sight."""

    def __init__(self, shell: Shell) -> None:
        timeline = shell.page.views.timeline
        assert isinstance(timeline, TimelineView)
        self.shell, self.timeline, self.canvas = shell, timeline, timeline.canvas
        self.surface: QWidget = self.canvas.viewport()

    def look_at(self, left: str, px: float) -> None:
        self.canvas.zoomer.show(Scale(at(left), px))

    def send(self, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        modifiers = Qt.KeyboardModifier.AltModifier
        event = QMouseEvent(kind, place, self.surface.mapToGlobal(place), button, held, modifiers)
        QApplication.sendEvent(self.surface, event)

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.send(QEvent.Type.MouseMove, start, NONE, NONE)
        self.send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        for step in range(1, 5):
            self.send(QEvent.Type.MouseMove, start + (end - start) * step / 4, NONE, LEFT)

    def let_go(self, place: QPointF) -> None:
        self.send(QEvent.Type.MouseButtonRelease, place, LEFT, NONE)

    def end_of(self, item_id: str) -> QPointF:
        scene = self.canvas.scene()
        assert scene is not None
        placed = scene.placed(next(bar.key for bar in scene.chart.bars if bar.key.item_id == item_id))
        assert placed is not None
        rect = scene.rect(placed.rect)
        return QPointF(rect.right - 1, rect.middle[1])


def opened(shell: Shell, raw: dict[str, object]) -> Hand:
    window = shell.unlocked(raw)
    window.resize(1440, 900)
    shell.click_row(shell.names()[0])
    shell.process()
    return Hand(shell)


def tables(shell: Shell) -> RecordTabs:
    tables = shell.page.views.tables
    assert isinstance(tables, RecordTabs)
    return tables


def saved(shell: Shell) -> CaseView:
    return shell.page.session.view


def test_a_drag_is_seen_everywhere_saved_and_undone(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.look_at("2024-08-09", 1.0)
    start = hand.end_of("harbour")
    before = saved(shell).case
    assert "1,612.5" in " ".join(shell.texts(shell.page))

    hand.drag(start, start - QPointF(30, 0))
    shell.qtbot.waitUntil(lambda: "1,612.5" not in " ".join(shell.texts(shell.page)))
    assert saved(shell).case == before

    hand.let_go(start - QPointF(30, 0))
    assert saved(shell).case.jobs[1].end == d("2025-02-07")
    assert "1,612.5" not in " ".join(shell.texts(shell.page))
    assert shell.undo_line()

    shell.press("Ctrl+Z")
    assert saved(shell).case == before
    assert "1,612.5" in " ".join(shell.texts(shell.page))


def test_escape_brings_the_panel_back(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.look_at("2024-08-09", 1.0)
    start = hand.end_of("harbour")
    hand.drag(start, start - QPointF(30, 0))
    shell.qtbot.waitUntil(lambda: "1,612.5" not in " ".join(shell.texts(shell.page)))
    QTest.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert "1,612.5" in " ".join(shell.texts(shell.page))
    hand.let_go(start)
    assert saved(shell).case.jobs[1].end == d("2025-03-09")


def test_arrow_keys_in_a_row_are_undone_at_once(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.timeline.select("jobs", "harbour")
    hand.canvas.setFocus()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    for _ in range(3):
        QTest.keyClick(hand.canvas, Qt.Key.Key_Right)
    assert saved(shell).case.jobs[1].end == d("2025-03-12")
    shell.press("Ctrl+Z")
    assert saved(shell).case.jobs[1].end == d("2025-03-09")


def test_a_drawn_job_is_saved_and_its_form_takes_the_keyboard(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.look_at("2024-08-09", 4.0)
    scene = hand.canvas.scene()
    assert scene is not None
    y = hand.end_of("harbour").y()
    start, end = (QPointF(scene.x(at(day)), y) for day in ("2025-03-14", "2025-03-24"))
    hand.drag(start, end)
    hand.let_go(end)
    job = saved(shell).case.jobs[-1]
    assert (job.start, job.end) == (d("2025-03-14"), d("2025-03-23"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not hand.timeline.isAncestorOf(focused)


def test_a_gap_opens_the_form_of_a_status(shell: Shell) -> None:
    hand = opened(shell, gap_of_three_days())
    hand.timeline.select("statuses", f"gap:{at('2025-03-15')}")
    hand.canvas.setFocus()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Return)
    assert tables(shell).current == "statuses"
    assert {"2025-03-15", "2025-03-17"} <= set(shell.texts(shell.page))
    assert len(saved(shell).case.statuses) == 2


def test_a_button_begins_an_entry_in_its_table(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.timeline.toolbar.adds[Lane.STUDY].click()
    assert tables(shell).current == "studies"
    assert len(saved(shell).case.studies) == 2


def test_choosing_here_chooses_in_the_table(shell: Shell) -> None:
    hand = opened(shell, full_life())
    place = hand.end_of("lake") - QPointF(12, 0)
    hand.send(QEvent.Type.MouseButtonPress, place, LEFT, LEFT)
    hand.let_go(place)
    assert tables(shell).current == "studies"
    assert tables(shell).page("studies").key == "lake"


def test_a_stretch_and_its_condition_point_at_each_other(shell: Shell) -> None:
    hand = opened(shell, full_life())
    hand.look_at("2024-08-09", 1.0)
    panel = shell.page.views.panel
    assert isinstance(panel, EligibilityPanel)
    panel.condition_selected.emit("self_employment_excluded")
    lit = hand.canvas.board.marks.lit
    assert lit is not None
    assert {key.item_id for key in lit.keys} == {"free"}
    panel.condition_selected.emit("")
    assert hand.canvas.board.marks.lit is None

    node = panel.conditions.conditions.find("self_employment_excluded")
    assert node is not None
    hand.send(QEvent.Type.MouseMove, hand.end_of("free") - QPointF(12, 0), NONE, NONE)
    assert panel.conditions.is_marked(node)
    hand.send(QEvent.Type.MouseMove, hand.end_of("harbour") - QPointF(12, 0), NONE, NONE)
    assert not panel.conditions.is_marked(node)
