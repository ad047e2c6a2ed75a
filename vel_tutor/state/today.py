"""The first screen of a student, and who is led past the front door."""

import asyncio
from zoneinfo import ZoneInfo

import reflex as rx

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts, flashcards, incentives, loops, practice
from vel_tutor.domain.flashcards.views import DueView
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.domain.loops.views import SentView
from vel_tutor.domain.practice.views import UnfinishedView
from vel_tutor.state.guard import Guarded

NOON_H, EVENING_H = 12, 18


class FrontDoorState(Guarded, rx.State):
    """The landing page is for newcomers; whoever is signed in has a better place to be."""

    @rx.event
    async def enter(self):
        """Lead people who are signed in to their own first page."""
        actor = await self._actor_or_none()
        if actor is None:
            return None
        return rx.redirect(accounts.home_of(actor.standing), replace=True)


class TodayState(Guarded, rx.State):
    """What a student has going on today."""

    loaded: rx.Field[bool] = rx.field(False)
    is_new: rx.Field[bool] = rx.field(False)
    """Whether nothing has been practised yet."""
    greeting: rx.Field[str] = rx.field("")
    streak_words: rx.Field[str] = rx.field("")
    purse: rx.Field[PurseView] = rx.field(default_factory=PurseView)
    unfinished: rx.Field[list[UnfinishedView]] = rx.field(default_factory=list)
    challenges: rx.Field[list[SentView]] = rx.field(default_factory=list)
    cards: rx.Field[DueView] = rx.field(default_factory=DueView)

    @rx.event
    async def load(self):
        """Read the day; parents, tutors and staff have no day of their own, but a first page."""
        actor = await self._actor()
        if not actor.is_student:
            return rx.redirect(accounts.home_of(actor.standing), replace=True)
        self.purse, self.unfinished, self.challenges, self.cards = await asyncio.to_thread(
            _day, actor
        )
        self.greeting, self.streak_words = greeting(actor), streak_words(self.purse)
        self.is_new = not self.purse.lifetime_xp and not self.unfinished
        self.loaded = True


def _day(actor: Actor) -> tuple[PurseView, list[UnfinishedView], list[SentView], DueView]:
    """Four reads on one thread."""
    return (
        incentives.purse(actor),
        list(practice.unfinished(actor)),
        list(loops.open_challenges(actor)),
        flashcards.due(actor),
    )


def greeting(actor: Actor) -> str:
    """A greeting by the hour where the person is."""
    hour = clock.now().astimezone(ZoneInfo(actor.time_zone)).hour
    if hour < NOON_H:
        return f"Good morning, {actor.first_name}"
    return f"Good {'afternoon' if hour < EVENING_H else 'evening'}, {actor.first_name}"


def streak_words(purse: PurseView) -> str:
    """What the streak asks for today, which is at most one practice."""
    if purse.practised_today:
        return "Done for today. Tomorrow is early enough."
    if purse.streak:
        return f"One practice today makes it {purse.streak + 1}."
    return "One practice today starts your streak."
