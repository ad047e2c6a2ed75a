"""What attribution tells others: the four steps of an invitation."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics
from vel_tutor.vocabulary import LoopKind


@dataclass(frozen=True, kw_only=True)
class LinkStep(Event):
    """A step of an invitation; everybody who may see the funnel hears of it."""

    link_id: UUID
    loop: LoopKind

    @property
    def topics(self) -> tuple[str, ...]:
        return ("attribution",)


@dataclass(frozen=True, kw_only=True)
class LinkGenerated(LinkStep):
    """Somebody has made a link to hand on."""

    referrer_id: UUID


@dataclass(frozen=True, kw_only=True)
class LinkClicked(LinkStep):
    """A person's page came alive; requests for the address alone do not count."""


@dataclass(frozen=True, kw_only=True)
class InviteSent(LinkStep):
    """The sender confirmed one share."""


@dataclass(frozen=True, kw_only=True)
class InviteeJoined(LinkStep):
    """The invited person has an account, open to learn with."""

    invitee_id: UUID


@dataclass(frozen=True, kw_only=True)
class FirstValueReached(LinkStep):
    """The invited person got something out of it, with or without an account."""


@dataclass(frozen=True, kw_only=True)
class RewardHeld(Event):
    """The reward for bringing somebody waits until one of the staff has looked."""

    invitee_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.review(),)
