"""The pages of a PDF as pictures, for looking at it before it is handed out."""

from __future__ import annotations

from threading import Lock

from PySide6.QtGui import QImage

# The library must not be entered by two threads at once.
_one_at_a_time = Lock()

_POINTS_AN_INCH = 72


def render_pages(content: bytes, dots_per_inch: float) -> list[QImage]:
    """Every page of a PDF in memory; nothing is written to disk. May run in the background."""
    import pypdfium2  # a library of its own, needed by few starts

    scale = dots_per_inch / _POINTS_AN_INCH
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(content)
        try:
            return [_picture(document[at].render(scale=scale)) for at in range(len(document))]
        finally:
            document.close()


def _picture(bitmap: object) -> QImage:
    data, width = bytes(bitmap.buffer), bitmap.width  # type: ignore[attr-defined]
    height, stride = bitmap.height, bitmap.stride  # type: ignore[attr-defined]
    # Copied: the picture must outlive the bytes it was made from.
    return QImage(data, width, height, stride, QImage.Format.Format_BGR888).copy()
