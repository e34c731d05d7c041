"""Run by Alembic: migrates on the connection it is handed, all in the transaction begun there."""

from alembic import context

from cec_desktop.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
