"""Draw the pictures of README.md with the program itself: the window on invented clients, and a summary.

    python packaging/pictures.py [FOLDER]      docs/pictures, unless another folder is named

Each picture is written with few colours, which keeps it small.
"""

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from cec_desktop import app
from cec_desktop.practice.demo import demo_files
from cec_desktop.practice.files import read_case_file
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.reports.summary import summary_bytes
from cec_desktop.rules.assess import assess, day_of, load_rulebook

ROOT = Path(__file__).resolve().parent.parent
COLOURS = 128
CLIENT = "7-member"
FIRM = OfficeDetails(
    firm="Birch & Reed Immigration",
    address="200 Portage Avenue, Winnipeg MB",
    phone="204-555-0142",
    consultant="Mireille Audet",
    licence="R000000",
)


def draw(folder: Path) -> list[Path]:
    """Write every picture into the folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with tempfile.TemporaryDirectory() as raw:
        for path in app.demo_pictures(Path(raw)):
            with Image.open(path) as picture:
                written.append(_keep(picture, folder / path.name))
    return [*written, _keep(_summary(), folder / "summary.png")]


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
    few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return path


def main(arguments: Sequence[str]) -> int:
    """Draw the pictures and say where they are."""
    for path in draw(Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
