"""The app with a few handlers more, for tests of the guard and the live bus: `tests.stage:app`."""

import asyncio

import reflex as rx

from vel_tutor import policy
from vel_tutor.core.errors import NotFound
from vel_tutor.state import live
from vel_tutor.state.guard import Guarded
from vel_tutor.state.presence import be_present
from vel_tutor.vel_tutor import app
from vel_tutor.vocabulary import EVERYONE, STUDENTS, Standing

__all__ = ["app"]


class Stage(Guarded, rx.State):
    """What hostile and well-meaning callers may try."""

    count: int = 0
    seen_by: str = ""
    shared: int = 0
    looks: int = 0
    mark: int = 0
    _secret: str = "the stage's secret"  # noqa: S105

    @rx.event
    def add(self, amount: int = 1):
        self.count += amount

    @rx.event
    def put(self, mark: int):
        """Say that everything before this has been worked off."""
        self.mark = mark

    @rx.event
    async def students_only(self):
        actor = await self._actor(*STUDENTS)
        self.seen_by = actor.first_name

    @rx.event
    async def admins_only(self):
        await self._actor(Standing.ADMIN)
        self.seen_by = "an admin"

    @rx.event
    def unlisted(self):
        self.seen_by = "should never run"

    def undecorated(self):
        self.seen_by = "should never run"

    def set_count(self, value: int):
        self.count = value

    def _helper(self):
        self.seen_by = "should never run"

    @rx.event
    async def slow(self):
        await asyncio.sleep(0.2)
        self.count += 1

    @rx.event
    async def missing(self):
        raise NotFound

    @rx.event
    async def breaks(self, words: str):
        raise RuntimeError(f"private words: {words}")

    @rx.event
    async def watch(self, topic: str):
        await self._watch(topic, Stage.look_again)

    @rx.event
    async def watch_numbers(self, topic: str):
        await self._watch(topic)

    @rx.event
    def look_again(self):
        self.looks += 1

    @rx.event
    async def be_present(self, topic: str):
        await be_present(self, topic, Stage.look_again)

    @rx.event
    async def tell_all(self, topic: str, number: int):
        await live.broadcast(topic, Stage, {"shared": number})


for handler, allowed in {
    "add": EVERYONE,
    "put": EVERYONE,
    "students_only": STUDENTS,
    "admins_only": frozenset({Standing.ADMIN}),
    "slow": EVERYONE,
    "missing": EVERYONE,
    "breaks": EVERYONE,
    "watch": EVERYONE,
    "watch_numbers": EVERYONE,
    "look_again": EVERYONE,
    "be_present": EVERYONE,
    "tell_all": EVERYONE,
}.items():
    policy.HANDLERS[f"Stage.{handler}"] = allowed
