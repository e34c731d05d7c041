"""Who hands a report out: the firm and its consultant, as the letterhead and the foot of a page name them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficeDetails:
    """The firm and its consultant; whatever is empty is left off the page.

    ``licence`` is the consultant's number at the College of Immigration and Citizenship Consultants, alone,
    such as ``R000000``. ``logo`` is a picture as PNG or JPEG bytes; without one the firm's initial stands.
    """

    firm: str = ""
    address: str = ""
    phone: str = ""
    consultant: str = ""
    licence: str = ""
    logo: bytes | None = None

    @property
    def contact(self) -> str:
        """Address and telephone in one line."""
        return " · ".join(part for part in (self.address, self.phone) if part)
