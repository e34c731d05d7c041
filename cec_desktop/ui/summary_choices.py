"""On what paper and in which language a summary can be made."""

from __future__ import annotations

from typing import Final

from cec_desktop.i18n.words import N_

PAPERS: Final = (("letter", N_("Letter")), ("a4", N_("A4")))
LANGUAGES: Final = (
    ("both", N_("English and French")),
    ("en", N_("English only")),
    ("fr", N_("French only")),
)
