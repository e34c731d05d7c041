"""Casebooks of older versions: brought up to date behind a copy, or left exactly as they were."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from cec_desktop.storage import keys
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import CasebookDamaged, CasebookUnavailable, UpgradeFailed
from cec_desktop.storage.records import Kind
from cec_desktop.storage.schema import SCHEMA, Schema
from cec_desktop.storage.tables import Base
from tests.conftest import ROOT
from tests.storage.clients import ANA, NAME, PASSPHRASE, client_file

FILES = Path(__file__).with_name("files")
# How the files kept here are opened; the clients in them are invented.
FILES_PASSPHRASE = "sept outardes volent bas"

ADD_COLUMN = f"""
revision = "9999"
down_revision = "{SCHEMA.head}"
import sqlalchemy as sa
from alembic import op

def upgrade():
    with op.batch_alter_table("case_file", recreate="always") as batch:
        batch.add_column(sa.Column("stage", sa.String, server_default="open", nullable=False))
    op.execute("UPDATE setting SET value = '2'")
"""
FAIL = ADD_COLUMN + "    op.execute('INSERT INTO nowhere VALUES (1)')\n"
STOP = ADD_COLUMN + "    raise KeyboardInterrupt\n"
ORPHAN = f"""
revision = "9999"
down_revision = "{SCHEMA.head}"
from alembic import op

def upgrade():
    op.execute("DELETE FROM case_file")
"""


def later(folder: Path, migration: str) -> Schema:
    """The schema of a later version of the program."""
    migrations = folder / "migrations"
    shutil.copytree(SCHEMA.folder, migrations)
    (migrations / "versions" / "v9999_later.py").write_text(migration, encoding="utf-8")
    return Schema(migrations, (*SCHEMA.revisions, "9999"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def used(path: Path) -> Path:
    """A casebook that has been worked in."""
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        casebook.add([client_file()], Kind.CREATED, NAME)
        casebook.set_setting("n", 1)
    return path


@pytest.mark.parametrize("file", sorted(FILES.glob("*.casebook")), ids=lambda file: file.stem)
def test_a_real_file_of_every_schema_opens(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 256_000)
    path = Path(shutil.copy(file, tmp_path / file.name))
    with Casebook.open(path, FILES_PASSPHRASE, ANA) as casebook:
        (row,) = casebook.summaries(words="lukasz kowalczyk")
        assert casebook.get(row.case_id).case.jobs[0].employer == "Café Meridian"
        assert [each.kind for each in casebook.history(row.case_id)] == [Kind.IMPORTED, Kind.EDITED]
        assert casebook.broken_history() is None


def test_a_filled_casebook_of_the_first_schema_takes_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 256_000)
    path = Path(shutil.copy(FILES / "schema-0001.casebook", tmp_path / "clients.casebook"))
    with Casebook.open(path, FILES_PASSPHRASE, ANA) as casebook:
        assert casebook.copied_to is not None
        (row,) = casebook.summaries()
        assert casebook.draft(row.case_id) is None
        casebook.keep_draft(row.case_id, {"jobs": "2024-13-01"})
    with Casebook.open(path, FILES_PASSPHRASE, ANA) as casebook:
        assert casebook.copied_to is None
        assert casebook.draft(row.case_id) == {"jobs": "2024-13-01"}
        assert casebook.get(row.case_id).case.jobs[0].employer == "Café Meridian"
        assert casebook.broken_history() is None


def test_a_file_of_every_schema_is_kept() -> None:
    kept = {file.stem.removeprefix("schema-") for file in FILES.glob("*.casebook")}
    assert kept == set(SCHEMA.revisions)


def test_an_older_casebook_is_brought_up_to_date_and_a_copy_stays(used: Path, tmp_path: Path) -> None:
    before = digest(used)
    schema = later(tmp_path, ADD_COLUMN)

    with Casebook.open(used, PASSPHRASE, ANA, schema=schema) as casebook:
        (row,) = casebook.summaries()
        assert casebook.get(row.case_id).case == client_file()
        assert casebook.setting("n") == 2
        copy = casebook.copied_to

    assert copy is not None
    assert digest(copy) == before
    with Casebook.open(used, PASSPHRASE, ANA, schema=schema) as casebook:
        assert casebook.copied_to is None
    Casebook.open(copy, PASSPHRASE, ANA).close()


@pytest.mark.parametrize(
    ("migration", "raised"),
    [(FAIL, UpgradeFailed), (ORPHAN, UpgradeFailed), (STOP, KeyboardInterrupt)],
    ids=["fails", "leaves orphans", "is stopped"],
)
def test_a_failed_upgrade_leaves_the_file_as_it_was(
    used: Path, tmp_path: Path, migration: str, raised: type[BaseException]
) -> None:
    before = digest(used)

    with pytest.raises(raised):
        Casebook.open(used, PASSPHRASE, ANA, schema=later(tmp_path, migration))

    assert digest(used) == before
    with Casebook.open(used, PASSPHRASE, ANA) as casebook:
        assert casebook.counts().active == 1
        assert casebook.setting("n") == 1


def test_a_casebook_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "firm"
    with pytest.raises(CasebookDamaged):
        Casebook.create(folder / "clients.casebook", PASSPHRASE, ANA, schema=later(tmp_path, FAIL))
    assert list(folder.iterdir()) == []


def test_an_upgrade_without_room_for_the_copy_is_not_begun(
    used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(used)
    schema = later(tmp_path, ADD_COLUMN)

    def refuse(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half a copy")
        raise OSError

    monkeypatch.setattr(shutil, "copy2", refuse)
    with pytest.raises(CasebookUnavailable):
        Casebook.open(used, PASSPHRASE, ANA, schema=schema)
    assert digest(used) == before
    assert [path.name for path in used.parent.glob("*.casebook")] == [used.name]


def test_an_older_casebook_that_cannot_be_written_is_not_touched(used: Path, tmp_path: Path) -> None:
    before = digest(used)
    used.with_name(used.name + "-shm").mkdir()
    with pytest.raises(CasebookUnavailable):
        Casebook.open(used, PASSPHRASE, ANA, schema=later(tmp_path, ADD_COLUMN))
    assert digest(used) == before


def test_migrations_and_mapping_agree(casebook: Casebook) -> None:
    with casebook._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, *_: not str(name).startswith("case_search"),
                "compare_type": True,
            },
        )
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == SCHEMA.head


def test_the_migrations_are_those_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCHEMA.folder))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == SCHEMA.revisions


OPEN = """
import sys
from pathlib import Path
from cec_desktop.storage import keys
from cec_desktop.storage.author import Author
from cec_desktop.storage.casebook import Casebook
keys._ROUNDS = 2
with Casebook.open(Path(sys.argv[1]), sys.argv[2], Author("Ana", "desk")) as book:
    book.summaries()
print("alembic" in sys.modules, "cryptography" in sys.modules)
"""


def test_a_casebook_that_is_up_to_date_is_listed_without_what_is_heavy(used: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(used), PASSPHRASE]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "False False\n"
