"""Stories of the summary: looked at before it is handed out, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QMenu

from cec_desktop.ui.pdf_pages import render_pages
from cec_desktop.ui.preview import PreviewDialog
from tests.gui.shell import Shell, client

OKAFOR = client("Okafor", "Adaeze", "2026-0042")


def in_preview(shell: Shell, act: Callable[[PreviewDialog], object]) -> None:
    def soon(dialog: QDialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        act(dialog)

    shell.in_dialog(soon)
    shell.click(shell.page.header.summary)


@pytest.fixture
def opened(shell: Shell) -> Shell:
    shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    return shell


def test_the_pages_are_shown_before_anything_is_written(opened: Shell) -> None:
    shown: list[tuple[int, str]] = []

    def look(dialog: PreviewDialog) -> None:
        pages = [page for page in dialog._sheet.findChildren(QLabel) if not page.pixmap().isNull()]
        shown.append((len(pages), dialog.state.text()))
        assert pages[0].accessibleName() == f"Page 1 of {len(pages)}"
        inked = pages[0].pixmap().toImage()
        dark = sum(inked.pixelColor(x, 60).lightness() < 128 for x in range(inked.width()))
        assert dark > 0

    in_preview(opened, look)
    (pages, said) = shown[0]
    assert pages >= 2
    assert said == f"{pages} pages"
    assert list(opened.folder.rglob("*.pdf")) == []


def test_language_and_paper_are_chosen_and_the_pages_follow(opened: Shell) -> None:
    sizes: list[tuple[int, int]] = []
    contents: list[bytes] = []

    def choose(dialog: PreviewDialog) -> None:
        for language, paper in (("both", "letter"), ("fr", "letter"), ("fr", "a4")):
            dialog.language.setCurrentIndex(dialog.language.findData(language))
            dialog.paper.setCurrentIndex(dialog.paper.findData(paper))
            made = dialog.made
            assert made is not None
            contents.append(made.content)
            sizes.append((made.pages[0].width(), made.pages[0].height()))
        assert dialog.proposed_name().endswith("_fr.pdf")

    in_preview(opened, choose)
    assert len(set(contents)) == 3
    letter, _letter, a4 = (height / width for width, height in sizes)
    assert letter == pytest.approx(11 / 8.5, abs=0.01)
    assert a4 == pytest.approx(297 / 210, abs=0.01)


def test_the_summary_is_exported_and_the_page_says_where(opened: Shell) -> None:
    target = opened.folder / "okafor.pdf"
    opened.answers.save = target
    in_preview(opened, lambda dialog: opened.click(dialog.export))
    assert opened.answers.proposed[-1].name.startswith("2026-0042_OKAFOR_")
    assert opened.answers.proposed[-1].name.endswith("_en-fr.pdf")
    assert target.read_bytes().startswith(b"%PDF")
    pages = len(render_pages(target.read_bytes(), 20))
    assert opened.messages() == [f"Summary written: okafor.pdf, {pages} pages."]
    (bar,) = opened.space.messages.bars()
    assert [button.text() for button in bar.buttons] == ["Open", "Folder"]


def test_an_export_that_cannot_be_written_is_said_and_leaves_nothing(opened: Shell) -> None:
    target = opened.folder / "no such folder" / "okafor.pdf"
    opened.answers.save = target
    said: list[str] = []

    def export(dialog: PreviewDialog) -> None:
        opened.click(dialog.export)
        assert dialog.isVisible()
        said.extend(bar.text() for bar in dialog.messages.bars())

    in_preview(opened, export)
    assert len(said) == 1
    assert "no such folder" in said[0]
    assert not target.parent.exists()
    assert opened.messages() == []


def test_a_file_that_cannot_be_summarized_yet_is_not_offered(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    assert not window.actions_["summary"].isEnabled()
    reports = next(
        action.menu() for action in window.menuBar().actions() if action.text().replace("&", "") == "Reports"
    )
    assert isinstance(reports, QMenu)
