"""What keeps a report from being made or written, with a sentence for the person."""

from __future__ import annotations

from cec_desktop.casefile.message import Message


class ReportError(Exception):
    """A report could not be handed out; ``message`` tells the person why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


class ReportFileError(ReportError):
    """The file could not be written. Whatever stood in its place is as it was."""


class LogoError(ReportError):
    """The firm's logo is no picture that can be read."""
