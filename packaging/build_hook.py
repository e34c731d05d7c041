"""Puts the compiled catalogues into the wheel, where `cec_desktop.resources` looks for them."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import catalogues


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Compiles the catalogues into a folder of its own, so that the source tree stays as it is."""

    PLUGIN_NAME = "catalogues"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled catalogues to a wheel; an editable install reads those of the checkout."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory(prefix="cec-desktop-catalogues-")
        folder = Path(self._folder.name)
        for path in catalogues.compile_all(catalogues.Checkout(Path(self.root)), into=folder):
            place = path.relative_to(folder).as_posix()
            build_data["force_include"][str(path)] = f"cec_desktop/_data/translations/{place}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled."""
        if version != "editable":
            self._folder.cleanup()
