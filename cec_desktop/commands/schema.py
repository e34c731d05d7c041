"""``cec-desktop schema``: the exchange format for other programs."""

from __future__ import annotations

import json

from cec_desktop.commands.console import write_json
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.i18n.words import N_


def run(call: Call) -> int:
    """Print the JSON Schema of client files.

    Raises:
        Refusal: bad usage.
    """
    _ = call.words
    parser = Parser(_, COMMAND.name, _("[--lang en|fr]"), _(COMMAND.summary))
    parser.language()
    if parser.parse(call.arguments) is None:
        return 0
    from cec_desktop.casefile.schema import case_schema

    write_json(json.dumps(case_schema(), indent=2) + "\n")
    return 0


COMMAND = Command("schema", N_("print the JSON Schema of client files (cec-case)"), run)
