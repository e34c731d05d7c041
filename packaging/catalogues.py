r"""Keep the catalogues in `translations/` in step with the code.

    python packaging/catalogues.py update            extract every sentence; English is filled with the source
    python packaging/catalogues.py fill FILE.json    update, then set the French from {"English": "French"}
    python packaging/catalogues.py check             list what is missing, stale or badly formed; exit 1
    python packaging/catalogues.py compile           write the .mo files the program reads

In FILE.json a plural is `{"{n} file": ["{n} dossier", "{n} dossiers"]}` and a text with a context is
`{"context\u0004text": "..."}`. An entry that leaves the code leaves the catalogues; nothing is ever guessed
from a similar text. The .po files are written by this tool alone.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import sentences
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE: Final = "en"
LANGUAGES: Final = ("en", "fr")
DOMAIN: Final = "cec_desktop"
KEYWORDS: Final = {"_": None, "N_": None, "NP_": (1, 2), "plural": (1, 2), "pgettext": ((1, "c"), 2)}
CONTEXT_MARK: Final = "\x04"

# A fixed moment, so that the same sentences always give the same bytes.
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_HEADER: Final = """\
# Written by packaging/catalogues.py; change the code or use its `fill` instead of editing this file.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Text = str | tuple[str, ...] | list[str]


@dataclass(frozen=True)
class Checkout:
    """A source tree: the package that is read and the catalogues that are written."""

    root: Path

    @property
    def package(self) -> Path:
        """The folder whose Python files are read."""
        return self.root / "cec_desktop"

    @property
    def translations(self) -> Path:
        """The folder of all catalogues."""
        return self.root / "translations"

    def po(self, language: str) -> Path:
        """The catalogue people read."""
        return self.translations / language / "LC_MESSAGES" / f"{DOMAIN}.po"

    def mo(self, language: str) -> Path:
        """The catalogue the program reads."""
        return self.po(language).with_suffix(".mo")


@contextmanager
def locked(checkout: Checkout) -> Iterator[None]:
    """Hold the catalogues alone until the block ends; another process waits."""
    import fcntl  # only developers lock, and a wheel is also built where this module is missing

    checkout.translations.mkdir(exist_ok=True)
    folder = os.open(checkout.translations, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def extract(checkout: Checkout) -> Catalog:
    """Return a catalogue of every sentence in the code, none translated.

    Raises:
        SyntaxError: a file is not Python; its sentences would silently be taken for removed.
    """
    sentences.parsed(checkout.package)
    found = _empty(SOURCE)
    rows = extract_from_dir(
        checkout.package,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for _file, _line, text, comments, context in rows:
        if text:
            found.add(text, auto_comments=comments, context=context)
    return found


def read(checkout: Checkout, language: str) -> Catalog:
    """Return a stored catalogue, empty where none is stored yet."""
    path = checkout.po(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def merged(language: str, template: Catalog, stored: Catalog) -> Catalog:
    """Return the template's sentences with the translations that are stored for exactly these sentences."""
    result = _empty(language)
    for entry in entries(template):
        known = stored.get(_first(entry.id), entry.context)
        text: Text = entry.id if language == SOURCE else ""
        if language != SOURCE and known is not None and known.pluralizable == entry.pluralizable:
            text = known.string or ""
        added = result.add(entry.id, text, auto_comments=entry.auto_comments, context=entry.context)
        # Babel takes "50 % of" for a format; our fields are the named ones in braces.
        added.flags.discard("python-format")
    return result


def update(checkout: Checkout) -> dict[str, Catalog]:
    """Bring every catalogue in step with the code and return them by language."""
    template = extract(checkout)
    result = {}
    for language in LANGUAGES:
        result[language] = merged(language, template, read(checkout, language))
        _replace(checkout.po(language), rendered(result[language], language))
    return result


def fill(checkout: Checkout, language: str, texts: dict[str, Text]) -> list[str]:
    """Set translations, and return what is wrong with those that were not set.

    A key that no sentence has, and a translation whose fields differ from its sentence, are left out.
    """
    catalogue = update(checkout)[language]
    problems = []
    for key, text in texts.items():
        context, _, source = key.rpartition(CONTEXT_MARK)
        entry = catalogue.get(source, context or None)
        if entry is None:
            problems.append(f"no such sentence: {key!r}")
            continue
        wrong = sentences.problems(language, entry.id, text)
        problems += [f"{key!r}: {problem}" for problem in wrong]
        if not wrong:
            entry.string = text
    _replace(checkout.po(language), rendered(catalogue, language))
    return problems


def check(checkout: Checkout) -> list[str]:
    """Return everything wrong with the catalogues and with how the code marks its sentences."""
    found = sentences.unmarkable(checkout.package)
    template = extract(checkout)
    for language in LANGUAGES:
        stored = read(checkout, language)
        expected = merged(language, template, stored)
        found += [f"{language}: {problem}" for problem in _behind(template, stored)]
        for entry in entries(expected):
            wrong = sentences.problems(language, entry.id, entry.string or "")
            found += [f"{language}: {_first(entry.id)!r}: {problem}" for problem in wrong]
        fuzzy = [entry for entry in entries(stored) if entry.fuzzy]
        found += [f"{language}: {_first(entry.id)!r}: fuzzy" for entry in fuzzy]
        path = checkout.po(language)
        if not found and (not path.exists() or path.read_bytes() != rendered(expected, language)):
            found.append(f"{language}: {path.name} was not written by this tool; run `update`")
    return found


def compile_all(checkout: Checkout, into: Path | None = None) -> list[Path]:
    """Write the compiled catalogues that are older than their source and return all their paths.

    Args:
        checkout: the tree whose catalogues are compiled.
        into: a folder to use instead of `translations/`.
    """
    compiled = []
    for language in LANGUAGES:
        source, target = checkout.po(language), checkout.mo(language)
        if into is not None:
            target = into / target.relative_to(checkout.translations)
        compiled.append(target)
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        catalogue = _empty(language)
        for entry in entries(read(checkout, language)):
            catalogue.add(entry.id, entry.string, context=entry.context)
        buffer = BytesIO()
        write_mo(buffer, catalogue)
        _replace(target, buffer.getvalue(), touch=True)
    return compiled


def rendered(catalogue: Catalog, language: str) -> bytes:
    """Return the bytes of a .po file: sorted, without places or dates, the same for the same sentences."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    header = _HEADER.format(language=language, plural_forms=catalogue.plural_forms)
    return header.encode() + buffer.getvalue().strip() + b"\n"


def entries(catalogue: Catalog) -> list[Message]:
    """Return the sentences of a catalogue, without its header."""
    return [entry for entry in catalogue if entry.id]


def _behind(template: Catalog, stored: Catalog) -> list[str]:
    wanted = {(entry.id, entry.context) for entry in entries(template)}
    present = {(entry.id, entry.context) for entry in entries(stored)}
    missing = [f"not in the catalogue: {_first(text)!r}" for text, _ in wanted - present]
    obsolete = [f"no longer in the code: {_first(text)!r}" for text, _ in present - wanted]
    return sorted(missing) + sorted(obsolete)


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        project="cec-desktop",
        version="1",
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        fuzzy=False,
    )


def _first(text: Text) -> str:
    return text if isinstance(text, str) else text[0]


def _replace(path: Path, content: bytes, *, touch: bool = False) -> None:
    """Write a file whole or not at all; an unchanged one is left alone unless it is to look new."""
    if not touch and path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".lock.tmp", delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def main(arguments: Sequence[str] | None = None, checkout: Checkout | None = None) -> int:
    """Run one command and return the exit status: 0 all well, 1 something is listed on standard error."""
    checkout = checkout or Checkout(Path(__file__).resolve().parent.parent)
    parser = argparse.ArgumentParser(prog="catalogues.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="bring the catalogues in step with the code")
    filler = commands.add_parser("fill", help="set translations from a JSON file")
    filler.add_argument("file", type=Path)
    filler.add_argument("--language", default="fr", choices=[x for x in LANGUAGES if x != SOURCE])
    commands.add_parser("check", help="list what is missing, stale or badly formed")
    commands.add_parser("compile", help="write the .mo files")
    options = parser.parse_args(arguments)
    try:
        problems = _run(options, checkout)
    except SyntaxError as error:
        problems = [f"{error.filename}:{error.lineno}: {error.msg}; nothing was changed"]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _run(options: argparse.Namespace, checkout: Checkout) -> list[str]:
    if options.command == "fill":
        texts = json.loads(options.file.read_text(encoding="utf-8"))
        with locked(checkout):
            return fill(checkout, options.language, texts)
    if options.command == "update":
        with locked(checkout):
            update(checkout)
    elif options.command == "compile":
        compile_all(checkout)
    else:
        return check(checkout)
    return []


if __name__ == "__main__":
    sys.exit(main())
