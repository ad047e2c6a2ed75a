"""Which pages of the house are open to whoever of the staff is here."""

import reflex as rx

from vel_tutor import policy, routes
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import STAFF

PLACES = (
    (routes.ATTRIBUTION, "AttributionState.begin"),
    (routes.K_FACTOR, "KFactorState.begin"),
    (routes.ADMIN_DECISIONS, "DecisionsState.begin"),
    (routes.ADMIN_BANK, "BankState.begin"),
    (routes.STAFF_REVIEW, "ReviewState.begin"),
)
"""Each page, and what it does first: whom the policy lets do that, the page is for."""


class StaffState(Guarded, rx.State):
    """The tabs of the house; none until it is known who is here."""

    places: rx.Field[list[str]] = rx.field(default_factory=list)

    @rx.event
    async def enter(self):
        """Show the tabs of the pages that are open to them; first on load of each of these."""
        standing = (await self._actor(*STAFF)).standing
        self.places = [path for path, first in PLACES if standing in policy.HANDLERS[first]]
