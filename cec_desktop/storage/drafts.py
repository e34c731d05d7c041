"""What was typed into a client file and could not be saved yet: kept beside the file, gone when it is.

A draft is no part of the file: it is never assessed, listed, searched, exported or told in the history.
"""

from __future__ import annotations

import json

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cec_desktop.storage.difference import Json
from cec_desktop.storage.tables import CaseRow, DraftRow


def draft_of(session: Session, case_id: str) -> Json:
    """What is kept for a client file; None where nothing is."""
    content = session.scalar(select(DraftRow.content).join(CaseRow).where(CaseRow.id == case_id))
    found: Json = json.loads(content) if content is not None else None
    return found


def keep_draft(session: Session, row: int, content: Json) -> None:
    """Keep something for a client file in place of what was kept; None: nothing."""
    if content is None:
        session.execute(delete(DraftRow).where(DraftRow.case_row == row))
    else:
        session.merge(DraftRow(case_row=row, content=json.dumps(content, ensure_ascii=False)))
