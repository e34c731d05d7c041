"""Where casebooks live on this computer, and which were opened last; nothing about clients."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "cec-desktop"
_MOST_RECENT = 10

SUFFIX = ".casebook"
"""How a casebook's file name ends."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of this person: where data is kept, and where the program remembers things."""

    data: Path
    config: Path

    @property
    def default_casebook(self) -> Path:
        """Where a casebook is made and looked for when no other place is named."""
        return self.data / f"clients{SUFFIX}"

    @property
    def current_casebook(self) -> Path:
        """The casebook opened last, else the default one."""
        return next((path for path in self.recent_casebooks() if path.exists()), self.default_casebook)

    def recent_casebooks(self) -> tuple[Path, ...]:
        """Casebooks opened here, the last one first; none when the list cannot be read."""
        try:
            raw = json.loads(self._recent.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        return tuple(Path(each) for each in raw if isinstance(each, str)) if isinstance(raw, list) else ()

    def remember(self, casebook: Path) -> None:
        """Put a casebook at the head of the recent ones.

        Raises:
            FileTroubleError: the list cannot be written.
        """
        path = casebook.absolute()
        others = [known for known in self.recent_casebooks() if known != path]
        self._keep([path, *others][:_MOST_RECENT])

    def forget(self, casebook: Path) -> None:
        """Take a casebook off the recent ones; the file stays where it is.

        Raises:
            FileTroubleError: the list cannot be written.
        """
        path = casebook.absolute()
        self._keep([known for known in self.recent_casebooks() if known != path])

    @property
    def _recent(self) -> Path:
        return self.config / "casebooks.json"

    def _keep(self, casebooks: list[Path]) -> None:
        from cec_desktop.practice.files import write_whole  # reads client files too: heavy at the start

        write_whole(self._recent, json.dumps([str(path) for path in casebooks], indent=2) + "\n")


def places() -> Places:
    """The folders the system gives this person for data and settings."""
    return Places(
        Path(platformdirs.user_data_dir(_NAME, appauthor=False)),
        Path(platformdirs.user_config_dir(_NAME, appauthor=False)),
    )
