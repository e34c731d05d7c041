"""What is remembered of the tabs from one start to the next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QByteArray


@dataclass(frozen=True, slots=True)
class TabState:
    """The tab in sight, and the columns hidden of each list."""

    tab: str
    hidden: dict[str, list[str]]

    def written(self) -> QByteArray:
        """As bytes to keep."""
        return QByteArray(json.dumps({"tab": self.tab, "hidden": self.hidden}).encode())

    @classmethod
    def read(cls, state: QByteArray) -> Self | None:
        """What :meth:`written` gave; None for anything else."""
        try:
            found = json.loads(bytes(state.data()))
            hidden = {str(name): [str(each) for each in ids] for name, ids in found["hidden"].items()}
            return cls(str(found["tab"]), hidden)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
