"""What the parts of the window are given by the composition root, in one hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cec_desktop.ui.asking import Asker
    from cec_desktop.ui.background import Background
    from cec_desktop.ui.settings import Settings
    from cec_desktop.ui.views import ViewMaker


@dataclass(frozen=True, slots=True)
class Kit:
    """Services of the window; `fault` takes an exception that is our own fault."""

    settings: Settings
    background: Background
    asker: Asker
    make_views: ViewMaker
    today: Callable[[], date]
    fault: Callable[[Exception], object]
