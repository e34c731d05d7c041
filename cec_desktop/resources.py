"""Where the files that are not code lie: `resources/` and `translations/`.

In a checkout both stand beside the package; in an installed wheel they lie under `cec_desktop/_data`.
No other module knows the difference.
"""

from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder inside `resources/`, for example `resource("rules", "cec.toml")`.

    The path is not checked: a reader that finds nothing there says so itself.
    """
    return _root().joinpath("resources", *parts)


def translations() -> Path:
    """Return the folder of the compiled catalogues, laid out as gettext expects it."""
    return _root() / "translations"


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent
