"""Says things in every language of a document at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.words import LANGUAGES, Language, Words, words
from cec_desktop.reports.blocks import Line, Run, Said, Style

Phrase = str | Run | Sequence[str | Run]
"""Words of one language: one text, or several in different styles."""


def languages_of(choice: str, preferred: Language | None) -> tuple[Language, ...]:
    """The languages of a document, the client's own first; ``choice`` is ``en``, ``fr`` or ``both``.

    Raises:
        ValueError: the choice is none of these.
    """
    if choice == "both":
        first = preferred or LANGUAGES[0]
        return (first, *(language for language in LANGUAGES if language != first))
    for language in LANGUAGES:
        if language == choice:
            return (language,)
    raise ValueError(choice)


def strong(text: str) -> Run:
    """Words that carry the answer."""
    return Run(text, "strong")


def quiet(text: str) -> Run:
    """Words that stand back."""
    return Run(text, "quiet")


class Speaker:
    """The languages of a document and their words; ``first`` decides the form of shared numbers."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self.languages = tuple(languages)
        self.words: tuple[Words, ...] = tuple(words(language) for language in languages)

    @property
    def first(self) -> Words:
        """The words of the language that leads."""
        return self.words[0]

    def say(self, phrase: Callable[[Words], Phrase]) -> Said:
        """The phrase in every language."""
        return tuple(_line(phrase(_)) for _ in self.words)

    def message(self, message: Message) -> Said:
        """A message in every language."""
        return self.say(lambda _: _.message(message))

    def found(self, message: Message, citation: str = "") -> Said:
        """A message with its citation behind it, in each language's form."""
        return self.say(lambda _: [_.message(message), *cited(_, citation)])

    def texts(self, phrase: Callable[[Words], str]) -> tuple[str, ...]:
        """A plain text in every language."""
        return tuple(phrase(_) for _ in self.words)

    def joined(self, phrase: Callable[[Words], str]) -> str:
        """All languages in one line, each text once: ``Client``, ``Born · Naissance``."""
        return " · ".join(dict.fromkeys(self.texts(phrase)))

    def shared(self, text: str, style: Style = "plain") -> Line:
        """A name, a day or a number that is the same in every language."""
        return (Run(text, style),)

    def hours(self, hours: Fraction) -> str:
        """Hours in the form of the language that leads."""
        return self.first.hours(hours)


def cited(_: Words, citation: str) -> tuple[Run, ...]:
    """The citation that follows a text, none where there is none."""
    return (Run(" " + _.citation(citation), "citation"),) if citation else ()


def listed(texts: Iterable[str], most: int = 12) -> str:
    """Texts one after the other; beyond ``most`` only how many more there are."""
    items = list(texts)
    rest = f" … +{len(items) - most}" if len(items) > most else ""
    return ", ".join(items[:most]) + rest


def days_between(start: date, end: date) -> int:
    """Days from ``start`` to ``end``, both included; 0 where there are none."""
    return max(0, (end - start).days + 1)


def clipped(text: str, most: int = 140) -> str:
    """A text from the file on one line, cut where it is so long that it would drown the page."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _line(phrase: Phrase) -> Line:
    if isinstance(phrase, str | Run):
        phrase = [phrase]
    runs = (Run(part) if isinstance(part, str) else part for part in phrase)
    return tuple(run for run in runs if run.text)
