"""What a person should know before they begin: a copy that was made, an end without a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cec_desktop.ui.messages import Notice, Offer

if TYPE_CHECKING:
    from pathlib import Path


def opening_notices(
    copied_to: Path | None, left_behind: str, show_report: Callable[[str], object]
) -> list[Notice]:
    """The messages for a casebook that was just opened.

    `copied_to` is the copy made of an older casebook, `left_behind` what a start that ended by itself wrote.
    """
    notices = []
    if copied_to is not None:
        name = copied_to.name
        notices.append(
            Notice(
                "upgrade",
                "met",
                lambda _: _(
                    "The casebook was brought up to date. A copy of it is kept as {file}.", file=name
                ),
            )
        )
    if left_behind:
        notices.append(
            Notice(
                "left",
                "advisory",
                lambda _: _("The program ended by itself last time. Every change that was saved is safe."),
                offers=(Offer(lambda _: _("Show report"), lambda: show_report(left_behind)),),
            )
        )
    return notices
