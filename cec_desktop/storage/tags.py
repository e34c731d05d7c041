"""The tags of client files, beside the documents so that the list can show and filter by them."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.tags import tags_of
from cec_desktop.storage.tables import TagRow


def keep_tags(session: Session, row: int, case: CaseFile) -> None:
    """Replace what is kept of the tags of one client file."""
    session.execute(delete(TagRow).where(TagRow.case_row == row))
    session.add_all(TagRow(case_row=row, tag=tag) for tag in tags_of(case))
