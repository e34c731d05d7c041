"""Invented clients for tests of what is stored and served."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Client, Job, LanguageTest, NocCode, StatusPeriod, Study
from cec_desktop.storage.author import Author
from cec_desktop.storage.records import OutcomeRecord

PASSPHRASE = 'neuf "hérons" d\'argent'
ANA = Author("Ana Roy", "desk-1")
BEN = Author("Ben Côté", "desk-2")
NAME = message("change_notes")


class Clock:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def client_file(number: str = "2026-0042", family: str = "Okafor", given: str | None = "Adaeze") -> CaseFile:
    """A file with a permit, a job, a study, a test and a note."""
    return CaseFile(
        format="cec-case",
        version=1,
        file_number=number,
        application_date=date(2026, 11, 22),
        destination="ON",
        client=Client(family_name=family, given_names=given, date_of_birth=date(1996, 5, 17)),
        statuses=(
            StatusPeriod(
                id="permit",
                kind="post_graduation_work_permit",
                start=date(2024, 9, 1),
                end=date(2027, 8, 31),
            ),
        ),
        jobs=(
            Job(
                id="northlight",
                employer="Northlight Software Inc.",
                start=date(2025, 6, 2),
                hours_per_week=Decimal("37.5"),
                noc=NocCode(version="2021", code="21232"),
                duties_match=True,
                note="references asked for in Gatineau",
            ),
        ),
        studies=(Study(id="lakeshore", institution="Collège Lakeshore"),),
        language_tests=(
            LanguageTest(
                id="ielts",
                test="ielts_general",
                result_date=date(2025, 3, 2),
                listening=Decimal(8),
                reading=Decimal(7),
                writing=Decimal("6.5"),
                speaking=Decimal(7),
            ),
        ),
        notes="met at the Rideau clinic",
    )


def outcome(
    word: str = "met", next_on: date | None = None, computed_on: date = date(2026, 11, 22)
) -> OutcomeRecord:
    """What the rules might say."""
    return OutcomeRecord(
        outcome=word,
        assessed_on=date(2026, 11, 22),
        earliest=date(2026, 1, 21),
        last=date(2027, 3, 1),
        next_on=next_on,
        next_words=message("list_until", day=next_on) if next_on else None,
        rules_id="cec-2022-11-16",
        rule_pack="pack-1",
        computed_on=computed_on,
    )
