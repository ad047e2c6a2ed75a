"""The shop: looking, trying on, asking once more, buying, and changing one's mind."""

import asyncio
from uuid import UUID, uuid4

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal, Unavailable
from vel_tutor.domain import shop
from vel_tutor.domain.shop.views import ItemView, Redeemed, ShelfView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, Theme


class ShopState(Guarded, rx.State):
    """The shelf as one student sees it, and the one thing they are about to buy."""

    loaded: rx.Field[bool] = rx.field(False)
    trouble: rx.Field[str] = rx.field("")
    """Why the shelf could not be read."""
    shelf: rx.Field[ShelfView] = rx.field(default_factory=ShelfView)
    wanted: rx.Field[ItemView] = rx.field(default_factory=ItemView)
    """What is asked about before it is bought; without a key when nothing is."""
    problem: rx.Field[str] = rx.field("")
    """Why it could not be bought."""
    got: rx.Field[Redeemed] = rx.field(default_factory=Redeemed)
    """What has just been bought; without a key when nothing has."""
    trying: rx.Field[str] = rx.field("")
    """Colours that are only tried on, on this page."""
    _key: str = ""
    """The name of the purchase that is asked about: pressed twice, it is bought once."""

    @rx.event
    async def begin(self):
        """Show the shelf, and watch the purse from now on."""
        actor = await self._actor(*STUDENTS)
        self.trying, self.wanted, self.got = "", ItemView(), Redeemed()
        await self._look(actor)
        await self._watch(topics.student(actor.user_id), ShopState.look)

    @rx.event
    async def look(self):
        """Read the shelf again: the purse has changed."""
        await self._look(await self._actor(*STUDENTS))

    @rx.event
    async def choose(self, show: str):
        """Show all, what can be bought now, or what is owned."""
        await self._look(await self._actor(*STUDENTS), show)

    @rx.event
    async def ask(self, item: str):
        """Ask once more before something is bought."""
        await self._actor(*STUDENTS)
        self.wanted = next((one for one in self.shelf.goods if one.key == item), ItemView())
        self.problem, self._key = "", str(uuid4())

    @rx.event
    async def leave(self, is_open: bool = False):
        """Buy nothing after all."""
        await self._actor(*STUDENTS)
        self.wanted, self.problem = ItemView(), ""

    @rx.event
    async def buy(self):
        """Buy what was asked about."""
        actor = await self._actor(*STUDENTS)
        if not self.wanted.key or not self._key:
            return
        try:
            self.got = await asyncio.to_thread(shop.redeem, actor, self.wanted.key, UUID(self._key))
        except Refusal as refusal:
            self.problem = str(refusal)
            return
        self.wanted, self.trying = ItemView(), ""
        await self._look(actor)

    @rx.event
    async def close(self, is_open: bool = False):
        """Put the good news away."""
        await self._actor(*STUDENTS)
        self.got = Redeemed()

    @rx.event
    async def undo(self, purchase_id: str):
        """Give something back that was bought a moment ago."""
        actor = await self._actor(*STUDENTS)
        back = await asyncio.to_thread(shop.undo, actor, identity(purchase_id))
        self.got = Redeemed()
        await self._look(actor)
        return [HeaderState.enter, NoticeState.show(f"Undone. {back} XP are back.", "success")]

    @rx.event
    async def try_on(self, theme: str):
        """Let this page wear colours without buying them; the ones on trial again, to take off."""
        await self._actor(*STUDENTS)
        self.trying = theme if theme in set(Theme) and theme != self.trying else ""

    async def _look(self, actor: Actor, show: str = "") -> None:
        try:
            self.shelf = await asyncio.to_thread(shop.shelf, actor, show or self.shelf.show)
            self.trouble = ""
        except Unavailable as refusal:
            self.trouble = str(refusal)
        self.loaded = True
