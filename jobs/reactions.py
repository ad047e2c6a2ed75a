"""One table: which event sets off what. A reaction joins the transaction it is given."""

from collections.abc import Mapping
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import accounts, happenings
from vel_tutor.domain.accounts.events import LetterWritten
from vel_tutor.domain.happenings import Reaction


def send_letters(_tx: Transaction, _letter: Event) -> None:
    """Hand over what is due. A letter has a claim of its own and needs no other transaction."""
    accounts.send_due_letters()


REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {
    LetterWritten: (send_letters,),
}


def names() -> dict[str, tuple[str, ...]]:
    """The table by the words that are stored."""
    return {
        kind.__name__: tuple(reaction.__name__ for reaction in reactions)
        for kind, reactions in REACTIONS.items()
    }


def by_name() -> Mapping[str, Reaction]:
    """Every reaction by its stored name."""
    return {
        reaction.__name__: reaction for reactions in REACTIONS.values() for reaction in reactions
    }


def carry(delivery_id: str) -> bool:
    """The job: do what one delivery owes."""
    return happenings.carry(UUID(delivery_id), by_name())
