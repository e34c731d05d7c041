"""The tables of a casebook, as mapped classes.

The documents stand apart from what the list shows, so that a thousand files are listed without reading
one of them. The search index ``case_search`` (see :mod:`cec_desktop.storage.search`) is a virtual table
that the mapping does not know; the migrations make both.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from cec_desktop.casefile.message import Message
from cec_desktop.storage.message_text import message_from_text, message_to_text


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text of one width, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The text of a moment."""
        return None if value is None else value.isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The moment of a text."""
        return None if value is None else datetime.fromisoformat(value)


class Sentence(TypeDecorator[Message]):
    """A message by its id and arguments."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Message | None, dialect: Dialect) -> str | None:
        """The text of a message."""
        return None if value is None else message_to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Message | None:
        """The message of a text."""
        return None if value is None else message_from_text(value)


class Base(DeclarativeBase):
    """Common ground of the mapped tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class CaseRow(Base):
    """One client file, as far as the list sorts and shows it; ``row`` is its place in the search index."""

    __tablename__ = "case_file"

    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    file_number: Mapped[str] = mapped_column(String(40), unique=True)
    family_name: Mapped[str]
    given_names: Mapped[str | None]
    sort_name: Mapped[str] = mapped_column(index=True)
    revision: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    archived_on: Mapped[date | None]
    binned_on: Mapped[date | None]


class DocumentRow(Base):
    """The client file itself, as JSON of the exchange format."""

    __tablename__ = "document"

    case_row: Mapped[int] = mapped_column(ForeignKey("case_file.row", ondelete="CASCADE"), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class DraftRow(Base):
    """What was typed into the client file and could not be saved yet, as JSON."""

    __tablename__ = "draft"

    case_row: Mapped[int] = mapped_column(ForeignKey("case_file.row", ondelete="CASCADE"), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class CaseKeyRow(Base):
    """The random key that the history of one client file is sealed with; deleted with the file."""

    __tablename__ = "case_key"

    case_row: Mapped[int] = mapped_column(ForeignKey("case_file.row", ondelete="CASCADE"), primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)


class OutcomeRow(Base):
    """What the rules last said of the file: kept so that a list need not assess anything."""

    __tablename__ = "outcome"

    case_row: Mapped[int] = mapped_column(ForeignKey("case_file.row", ondelete="CASCADE"), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(16))
    assessed_on: Mapped[date]
    earliest: Mapped[date | None]
    last: Mapped[date | None]
    next_on: Mapped[date | None] = mapped_column(index=True)
    next_words: Mapped[Message | None] = mapped_column(Sentence)
    rules_id: Mapped[str | None] = mapped_column(String(40))
    rule_pack: Mapped[str] = mapped_column(String(64))
    computed_on: Mapped[date]
    expires_on: Mapped[date | None]
    expires_words: Mapped[Message | None] = mapped_column(Sentence)


class TagRow(Base):
    """A tag of a client file, as the document has it."""

    __tablename__ = "case_tag"

    case_row: Mapped[int] = mapped_column(ForeignKey("case_file.row", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)


class HistoryRow(Base):
    """One operation; rows are added and never changed, also when their client file is deleted.

    ``sealed`` holds the name of the operation and the difference it made, under the key of the case.
    ``link`` is the SHA-256 of the previous link and of this row as it stands, ciphertext included.
    """

    __tablename__ = "history"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(String(36), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    author: Mapped[str]
    machine: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    link: Mapped[bytes] = mapped_column(LargeBinary(32))


class SettingRow(Base):
    """A setting of the firm, as JSON."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
