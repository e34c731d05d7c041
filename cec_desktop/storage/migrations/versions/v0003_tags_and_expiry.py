"""Tags of client files, and the next expiry beside the next date."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_tag",
        sa.Column("case_row", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_row"], ["case_file.row"], name="fk_case_tag_case_row", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_row", "tag", name="pk_case_tag"),
    )
    op.create_index("ix_case_tag_tag", "case_tag", ["tag"])
    op.add_column("outcome", sa.Column("expires_on", sa.Date(), nullable=True))
    op.add_column("outcome", sa.Column("expires_words", sa.Text(), nullable=True))
    # What was kept of the outcomes lacks the expiry: they are computed again when the casebook is opened.
    op.execute("UPDATE outcome SET rule_pack = ''")
