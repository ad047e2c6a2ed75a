"""What a teen or grown-up shows of themselves, switched in the settings."""

import asyncio

import reflex as rx

from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts.views import OwnSwitchView
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import ConsentScope, Standing


class OwnSwitchesState(Guarded, rx.State):
    """The person's own switches; none for those who have none."""

    switches: rx.Field[list[OwnSwitchView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Read how they stand."""
        actor = await self._actor()
        self.switches = list(await asyncio.to_thread(accounts.own_switches, actor))

    @rx.event
    async def turn(self, scope: str, on: bool):
        """Turn one of them; it counts at once."""
        actor = await self._actor(Standing.TEEN, Standing.ADULT)
        try:
            wanted = ConsentScope(scope)
        except ValueError:
            raise Invalid from None
        await asyncio.to_thread(accounts.switch_own, actor, wanted, on=on is True)
        return OwnSwitchesState.begin
