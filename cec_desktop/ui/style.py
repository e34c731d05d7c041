"""What the theme does to Qt: palette, style sheet, and type sizes that follow the system's font.

The namespace ``Qt`` with its hundred enumerations takes a quarter of a bare start to come up. What stands
on the locked screen does without it: here, in the icons, and wherever numbers of roles are written out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette

from cec_desktop.resources import resource
from cec_desktop.ui.icons import tinted_svg

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from cec_desktop.ui.theme import Theme

Role = Literal["caption", "second", "body", "strong", "heading", "name", "title", "points"]

STYLE_ARGUMENTS: Final = ("-style", "Fusion")
"""The style the sheet is written for, as Qt takes it from its arguments without describing every style."""
BASE_PIXELS: Final = 12.5
"""The body size for which lengths are given; everything grows with the system's own size."""
_SMALLEST_CAPTION: Final = 11
_SCALE: Final[dict[Role, tuple[float, QFont.Weight]]] = {
    "caption": (0.88, QFont.Weight.Normal),
    "second": (0.92, QFont.Weight.Normal),
    "body": (1.0, QFont.Weight.Normal),
    "strong": (1.0, QFont.Weight.Medium),
    "heading": (1.0, QFont.Weight.DemiBold),
    "name": (1.36, QFont.Weight.DemiBold),
    "title": (1.5, QFont.Weight.DemiBold),
    "points": (2.4, QFont.Weight.DemiBold),
}
_PALETTE: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border-strong",
    QPalette.ColorRole.Shadow: "border-strong",
}
_TEXT_ROLES: Final = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOUR = re.compile(r"@([a-z-]+)")
_LENGTH = re.compile(r"\b(\d+)u\b")
_ICON = re.compile(r"icon\(([a-z-]+), ([a-z-]+)\)")


def dp(pixels: float) -> int:
    """A length of the drawings in logical pixels, grown with the system's font size."""
    return max(1, round(pixels * base_pixels() / BASE_PIXELS))


def base_pixels() -> float:
    """The body size in logical pixels."""
    return _Measured.of_now().base


def font(role: Role) -> QFont:
    """The font of a role, derived from the application's own."""
    return QFont(_Measured.of_now().fonts[role])


class _Measured:
    """The application's font, measured once for as long as it stays: painters ask for it all the time."""

    _now: ClassVar[_Measured | None] = None
    _followed: ClassVar[QGuiApplication | None] = None

    def __init__(self) -> None:
        own = QGuiApplication.font()
        self.base = max(float(QFontInfo(own).pixelSize()), _SMALLEST_CAPTION)
        self.fonts: dict[Role, QFont] = {}
        for role, (factor, weight) in _SCALE.items():
            scaled = QFont(own)
            scaled.setPixelSize(max(_SMALLEST_CAPTION, round(self.base * factor)))
            scaled.setWeight(weight)
            self.fonts[role] = scaled

    @classmethod
    def of_now(cls) -> _Measured:
        """The measures of the present font."""
        if cls._now is None:
            application = QGuiApplication.instance()
            if application is not cls._followed and isinstance(application, QGuiApplication):
                application.fontChanged.connect(cls._forget)
                cls._followed = application
            cls._now = cls()
        return cls._now

    @classmethod
    def _forget(cls) -> None:
        cls._now = None


def set_role(widget: QWidget, role: Role, ink: str = "text") -> None:
    """Give a widget the font of a role and the colour of a token (`text`, `muted` or an outcome's)."""
    widget.setFont(font(role))
    widget.setProperty("ink", ink)


def set_kind(widget: QWidget, kind: str) -> None:
    """Name the kind of a control for the style sheet: primary, small, quiet, row, link, choice, large."""
    widget.setProperty("kind", kind)


def set_ground(widget: QWidget, ground: str) -> None:
    """Name the ground a pane is painted in: window, surface, sunken, selection, raised or card."""
    from PySide6.QtWidgets import QFrame

    if not isinstance(widget, QFrame):  # frames are painted by the style sheet anyway
        from PySide6.QtCore import Qt

        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("ground", ground)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """The theme as a palette, for everything the style sheet does not speak of."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, theme.colour(token))
    for role in _TEXT_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.hex("disabled")))
    return made


def style_sheet(theme: Theme, icons: IconFiles) -> str:
    """The style sheet in the colours of a theme and the lengths of the present font.

    Raises:
        KeyError: the sheet names a colour the theme does not have.
    """
    sheet = _COMMENT.sub("", resource("style", "window.qss").read_text(encoding="utf-8"))
    sheet = _ICON.sub(lambda found: f'url("{icons.path(found[1], theme.hex(found[2]))}")', sheet)
    sheet = _COLOUR.sub(lambda found: theme.hex(found[1]), sheet)
    return _LENGTH.sub(lambda found: f"{dp(int(found[1]))}px", sheet)


class IconFiles:
    """Tinted drawings as files, which is the only form a style sheet can use; gone when the program ends."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir()
        self._written: set[str] = set()

    def path(self, name: str, ink: str) -> str:
        """Where the drawing lies in this colour."""
        path = self._folder.filePath(f"{name}-{ink[1:]}.svg")
        if path not in self._written:
            with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a Qt path, not one of ours
                file.write(tinted_svg(name, ink, ink))
            self._written.add(path)
        return path


class Styler:
    """Dresses the application in a theme, again each time it changes.

    The application must have been started with :data:`STYLE_ARGUMENTS`.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._icons = IconFiles()

    def dress(self, theme: Theme) -> None:
        """Put a theme on: palette and style sheet."""
        # A sheet in the place of another is compared widget by widget; one in the place of none is not.
        self._application.setStyleSheet("")
        self._application.setPalette(palette(theme))
        self._application.setStyleSheet(style_sheet(theme, self._icons))
