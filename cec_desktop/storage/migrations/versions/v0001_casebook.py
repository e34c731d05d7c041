"""The first schema: client files, documents, keys, outcomes, history, settings and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _files()
    _outcomes()
    _history()
    _search()


def _files() -> None:
    op.create_table(
        "case_file",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("file_number", sa.String(40), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("given_names", sa.String(), nullable=True),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("opened_at", sa.String(32), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("binned_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_case_file"),
        sa.UniqueConstraint("id", name="uq_case_file_id"),
        sa.UniqueConstraint("file_number", name="uq_case_file_file_number"),
    )
    op.create_index("ix_case_file_sort_name", "case_file", ["sort_name"])
    _beside_case_file("document", sa.Column("content", sa.Text(), nullable=False))
    _beside_case_file("case_key", sa.Column("key", sa.LargeBinary(), nullable=False))


def _outcomes() -> None:
    _beside_case_file(
        "outcome",
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_words", sa.Text(), nullable=True),
        sa.Column("rules_id", sa.String(40), nullable=True),
        sa.Column("rule_pack", sa.String(64), nullable=False),
        sa.Column("computed_on", sa.Date(), nullable=False),
    )
    op.create_index("ix_outcome_next_on", "outcome", ["next_on"])


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_history"),
    )
    op.create_index("ix_history_case_id", "history", ["case_id"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_no_{event.lower()} BEFORE {event} ON history "
            "BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END"
        )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )


def _search() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE case_search USING fts5(names, number, employers, institutions, notes, "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    # Words of a deleted client leave the index at once instead of waiting for a merge.
    op.execute("INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1)")


def _beside_case_file(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("case_row", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["case_row"], ["case_file.row"], name=f"fk_{name}_case_row", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_row", name=f"pk_{name}"),
    )
