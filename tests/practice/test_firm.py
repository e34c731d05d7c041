"""What is known of the firm is kept in the casebook; what is spoilt is as in a new one."""

from cec_desktop.practice.firm import Firm
from cec_desktop.practice.office import Office
from cec_desktop.reports.office_details import OfficeDetails

FIRM = Firm(
    OfficeDetails(
        firm="Étude Roy",
        address="12, rue Rideau, Ottawa",
        phone="613 555-0142",
        consultant="Ana Roy",
        licence="R000000",
        logo=b"\x89PNG...",
    ),
    paper="a4",
    language="fr",
)


def test_a_new_casebook_knows_no_firm(office: Office) -> None:
    assert office.firm() == Firm(OfficeDetails(), "letter", "both")


def test_the_firm_is_kept(office: Office) -> None:
    office.set_firm(FIRM)
    assert office.firm() == FIRM
    office.set_firm(Firm())
    assert office.firm() == Firm()


def test_what_is_spoilt_is_left_out(office: Office) -> None:
    office._casebook.set_setting(
        "firm", {"firm": 3, "phone": "613", "paper": "legal", "language": None, "logo": "%%%"}
    )
    assert office.firm() == Firm(OfficeDetails(phone="613"))
    office._casebook.set_setting("firm", [])
    assert office.firm() == Firm()
