"""Draw every main screen with the program itself, on invented clients: both languages, both themes.

    python packaging/pictures.py [FOLDER]      the checkout, unless another folder is named

README.md shows some of them (docs/pictures), the manual others (resources/manual/pictures); the rest, every
screen in every language and theme, stands in docs/pictures/screens to be looked at. Each is written with few
colours, which keeps it small.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the checkout's own program, not installed

from cec_desktop import app
from cec_desktop.casefile.edits import change_item, set_application_date
from cec_desktop.i18n.words import LANGUAGES, Language
from cec_desktop.practice.demo import demo_files
from cec_desktop.practice.files import read_case_file
from cec_desktop.practice.firm import Firm
from cec_desktop.practice.places import Places
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.reports.summary import summary_bytes
from cec_desktop.rules.assess import assess, day_of, load_rulebook

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cec_desktop.ui.file_page import FilePage
    from cec_desktop.ui.theme_choice import Choice

ROOT = Path(__file__).resolve().parent.parent
COLOURS: Final = 48
HUES: Final = 40
SIZE: Final = (1440, 900)
THEMES: Final[tuple[Choice, ...]] = ("light", "dark")
CLIENT: Final = "7-member"
FIRM: Final = OfficeDetails(
    firm="Birch & Reed Immigration",
    address="200 Portage Avenue, Winnipeg MB",
    phone="204-555-0142",
    consultant="Mireille Audet",
    licence="R000000",
)
IN_README: Final = {("file", "en", "light"): "window-en-light", ("file", "fr", "dark"): "window-fr-dark"}
IN_MANUAL: Final = ("unlock", "file", "question", "whatif", "preview", "settings")
WIDEST_IN_MANUAL: Final = 1100


class Screens:
    """The program on the invented clients; each method brings a screen up and gives what to draw."""

    def __init__(self, folder: Path) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from cec_desktop.ui.background import InlineBackground
        from cec_desktop.ui.help_desk import TOUR_SEEN
        from cec_desktop.ui.own_font import use_own_font
        from cec_desktop.ui.settings import USER_NAME

        self.application = app.start_application()
        use_own_font(self.application)
        where = Places(folder / "data", folder / "config")
        self.program = app.Program(self.application, where, background=InlineBackground())
        self.window = self.program.window
        self.program.settings.set(TOUR_SEEN, True)
        self.program.settings.set(USER_NAME, FIRM.consultant)
        self.window.resize(*SIZE)
        self.window.show()
        self.program.settle()

    def screens(self) -> dict[str, Callable[[], QWidget]]:
        """Every screen by its name, in the order in which they are brought up."""
        return {
            "unlock": self.unlock,
            "list": self.list,
            "file": self.file,
            "question": self.question,
            "whatif": self.what_if,
            "preview": self.preview,
            "settings": self.settings,
            "tour": self.tour,
            "manual": self.manual,
            "empty": self.empty,
        }

    def unlock(self) -> QWidget:
        """The locked window with a casebook to unlock."""
        self.program.open_demo()
        self.window.lock()
        return self.window

    def list(self) -> QWidget:
        """Every client, no file open."""
        office = self.program.open_demo()
        office.set_firm(Firm(FIRM))
        return self.window

    def file(self) -> QWidget:
        """A client's file."""
        self.program.open_first_file()
        return self.window

    def question(self) -> QWidget:
        """A file in which a fact is missing."""
        self._open("undetermined")
        return self.window

    def what_if(self) -> QWidget:
        """A what-if that turns the verdict."""
        page = self._open("not_met")
        page.what_if.begin()
        case = page.session.view.case
        page.session.apply(set_application_date(date(2027, 2, 1)))
        job = next(job for job in reversed(case.jobs) if job.id)
        page.session.apply(change_item("jobs", str(job.id), hours_per_week=Decimal(30)))
        if page.what_if.band is not None:
            page.what_if.band.more.setChecked(True)
        self.window.status.withdraw_undo()
        return self.window

    def preview(self) -> QWidget:
        """The summary before it is written."""
        from cec_desktop.ui.preview import PreviewDialog

        self._page().what_if.throw_away()
        page = self._open("met")
        kit, theme, words = self.program.kit, self.window.theme, self.window.words
        dialog = PreviewDialog(
            page.session.view, Firm(FIRM), Path.home(), kit.background, kit.asker, words, theme, self.window
        )
        dialog.resize(1000, 760)
        dialog.show()
        return dialog

    def settings(self) -> QWidget:
        """The settings at the firm."""
        self.window.settings_desk.open("firm")
        shown = self.window.settings_desk.shown
        assert shown is not None
        return shown

    def tour(self) -> QWidget:
        """The tour at the timeline."""
        self.window.settings_desk.close()
        desk = self.window.help_desk
        desk.begin_tour()
        if desk.tour is not None:
            desk.tour.go(2)
        return self.window

    def manual(self) -> QWidget:
        """The manual at the timeline."""
        desk = self.window.help_desk
        if desk.tour is not None:
            desk.tour.end()
        desk.open_manual()
        assert desk.manual is not None
        desk.manual.show_topic("panel")
        return desk.manual

    def empty(self) -> QWidget:
        """A new file in which nothing is entered yet."""
        desk, space = self.window.help_desk, self.window.workspace
        if desk.manual is not None:
            desk.manual.reject()
        assert space is not None
        space.open_case(space.office.new("Amiri", date(1995, 4, 12), "Leila"))
        return self.window

    def draw(self, language: Language, choice: Choice, folder: Path) -> dict[str, Path]:
        """Bring every screen up in a look and draw it."""
        self.program.speak(language)
        self.program.set_theme(choice)
        drawn = {}
        for name, bring_up in self.screens().items():
            shown = bring_up()
            for _turn in range(3):
                self.application.processEvents()
            drawn[name] = folder / f"{name}-{language}-{choice}.png"
            if not shown.grab().save(str(drawn[name])):
                raise OSError(drawn[name].name)
            if shown is not self.window and name == "preview":
                shown.close()
        self.window.lock()
        return drawn

    def close(self) -> None:
        """End the program."""
        self.window.close()
        self.program.close()

    def _open(self, outcome: str) -> FilePage:
        """Open the first file of an outcome."""
        space = self.window.workspace
        assert space is not None
        row = next(
            row for row in space.list.model.rows() if row.outcome is not None and row.outcome == outcome
        )
        space.open_case(row.case_id)
        self.application.processEvents()
        return self._page()

    def _page(self) -> FilePage:
        space = self.window.workspace
        page = space.current() if space is not None else None
        assert page is not None
        return page


def draw(root: Path) -> list[Path]:
    """Write every picture below a folder laid out as the checkout and return their paths."""
    written = []
    with tempfile.TemporaryDirectory(prefix="cec-desktop-pictures-") as place:
        screens = Screens(Path(place))
        for language in LANGUAGES:
            for choice in THEMES:
                drawn = screens.draw(language, choice, Path(place))
                written += _placed(drawn, language, choice, root)
        screens.close()
    return [*written, _keep(_summary(), root / "docs/pictures/summary.png")]


def _placed(drawn: dict[str, Path], language: Language, choice: Choice, root: Path) -> list[Path]:
    written = []
    for name, path in drawn.items():
        with Image.open(path) as picture:
            written.append(_keep(picture, root / "docs/pictures/screens" / path.name))
            shown = IN_README.get((name, language, choice))
            if shown is not None:
                written.append(_keep(picture, root / f"docs/pictures/{shown}.png"))
            if name in IN_MANUAL and choice == "light":
                place = root / f"resources/manual/pictures/{name}-{language}.png"
                written.append(_keep(_narrowed(picture), place))
    return written


def _narrowed(picture: Image.Image) -> Image.Image:
    if picture.width <= WIDEST_IN_MANUAL:
        return picture
    height = round(picture.height * WIDEST_IN_MANUAL / picture.width)
    return picture.convert("RGB").resize((WIDEST_IN_MANUAL, height), Image.Resampling.LANCZOS)


def _summary() -> Image.Image:
    """The first page of a client's summary."""
    today = date.today()
    (path,) = (path for path in demo_files() if path.stem == CLIENT)
    case = read_case_file(path)
    assessment = assess(case, day_of(case, today), today, load_rulebook())
    pdf = summary_bytes(case, assessment, language="both", paper="letter", office=FIRM, prepared_on=today)
    page = pypdfium2.PdfDocument(pdf)[0]
    picture: Image.Image = page.render(scale=1.5).to_pil()
    return picture


def _keep(picture: Image.Image, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = picture.convert("RGB")
    few = whole.quantize(palette=_palette(whole), dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return path


def _palette(picture: Image.Image) -> Image.Image:
    """The colours met most often, as they are, so that grounds keep their tint; and some of every hue."""
    met = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)[:COLOURS]
    spread = picture.quantize(HUES, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for _count, colour in met for part in _parts(colour)), *spread[: 3 * HUES]])
    return palette


def _parts(colour: object) -> tuple[int, ...]:
    return tuple(colour) if isinstance(colour, tuple) else ()


def main(arguments: Sequence[str]) -> int:
    """Draw the pictures and say where they are."""
    for path in draw(Path(arguments[0]) if arguments else ROOT):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
