"""Making friends of people, for tests of what friends see."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.domain import friends


def code_of(actor: Actor) -> str:
    """The code somebody hands out."""
    return friends.page(actor).own.code


def befriend(one: Actor, other: Actor) -> None:
    """Make the two friends: `one` asks by the code of `other`, who says yes."""
    friends.ask(one, code_of(other))
    [asking] = [wish for wish in friends.page(other).asking if wish.needs_answer]
    friends.accept(other, UUID(asking.id))
