"""The app with one screen more, where everybody hears the same number: `bench.hall:app`."""

import reflex as rx

from vel_tutor import policy
from vel_tutor.state.guard import Guarded
from vel_tutor.vel_tutor import app
from vel_tutor.vocabulary import EVERYONE

__all__ = ["TOPIC", "app"]

TOPIC = "hall:1"


class Hall(Guarded, rx.State):
    number: int = 0

    @rx.event
    async def enter(self) -> None:
        """Watch the number."""
        await self._watch(TOPIC)

    @rx.event
    async def tell_each(self, number: int) -> None:
        """The other way of telling everybody: change each person's state, one after the other."""
        namespace = app.event_namespace
        assert namespace is not None  # noqa: S101
        for token in tuple(namespace.sid_to_token.values()):
            if token == self.router.session.client_token:
                continue
            async with app.modify_state(rx.BaseStateToken(ident=token, cls=Hall)) as root:
                (await root.get_state(Hall)).number = number


policy.HANDLERS["Hall.enter"] = EVERYONE
policy.HANDLERS["Hall.tell_each"] = EVERYONE
