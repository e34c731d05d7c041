"""Drafts: what was typed into a client file and could not be saved yet."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("case_row", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_row"], ["case_file.row"], name="fk_draft_case_row", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_row", name="pk_draft"),
    )
