"""Parents with children in tests, and parents whom parents bring."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, NewAccount, SignedIn
from vel_tutor.domain.loops import Friend, proud_parent
from vel_tutor.vocabulary import Role


@dataclass(frozen=True)
class Family:
    """A parent, and the child they said yes for."""

    signed_in: SignedIn
    parent: Actor
    child: Actor


def family(parent: str = "Pat", child: str = "Lea", visitor_id: str = "") -> Family:
    """A parent who signs up and says yes for a child, signed in, behind the mailed link."""
    signed_in = sign_up_parent(parent, visitor_id)
    lea = people.child(child, f"{parent.lower()}@example.org")
    token = people.mailed_link("consent", to=f"{parent.lower()}@")
    accounts.give_consent(token, Browser(session_token=signed_in.token))
    return Family(signed_in, people.acting(signed_in), people.acting(lea))


def sign_up_parent(name: str, visitor_id: str = "") -> SignedIn:
    """A parent, perhaps one who came by a link as `visitor_id`."""
    form = NewAccount(
        first_name=name,
        email=f"{name.lower()}@example.org",
        password=people.PASSWORD,
        time_zone=people.ZONE,
        role=Role.PARENT,
    )
    return accounts.sign_up(form, people.gate(40), Browser(device="Safari", visitor_id=visitor_id))


def code_of(share: object) -> str:
    """The code in the address of an invitation."""
    return str(getattr(share, "qr", "")).split("/")[2]


def brought_by(sender: Family, name: str, *, child: str = "Noa") -> Family:
    """A parent who opens the sender's link, joins, and says yes for a child of theirs."""
    share = proud_parent.share(sender.parent, sender.child.user_id, running=True)
    visitor = f"visitor-{name.lower()}"
    proud_parent.invitation(Friend(visitor_id=visitor), code_of(share))
    return family(name, child, visitor)


def first_test(child_id: UUID, at: datetime | None = None, *, is_low_effort: bool = False) -> None:
    """What the reaction to a scored test of the child does."""
    with clock.stopped(at or clock.now()), transaction() as tx:
        proud_parent.child_tested(tx, child_id, is_low_effort=is_low_effort)


A_WEEK = timedelta(days=7, minutes=1)
