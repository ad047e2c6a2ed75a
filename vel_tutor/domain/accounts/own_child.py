"""A parent makes an account for their own child, and allows it there and then.

The permission stays "e-mail plus": it is given at once only where the parent has shown before that
the address of their account is theirs, by pressing a link we mailed to it. The notice goes there
all the same, with the link that says no, and the second letter a day later. Where the address has
not been shown to be theirs, the link in the notice is what gives the permission, as for any child.
"""

from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import actions, asking, consent, kin, rules
from vel_tutor.domain.accounts.views import Browser, Gate, NewAccount
from vel_tutor.models.accounts import FamilyTie, Guardianship, User
from vel_tutor.vocabulary import AgeBand, Role, Standing, TieHow


@dataclass(frozen=True, kw_only=True)
class NewChild:
    """What a parent says of a child who is to have an account."""

    first_name: str
    grade: str
    password: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class OwnChild:
    """The child a parent added last, and whether the account is open yet."""

    child_id: UUID
    first_name: str
    sign_in_name: str
    grade: int
    is_open: bool
    email_hint: str
    """Where the notice went."""


def add_child(actor: Actor, form: NewChild, browser: Browser) -> UUID:
    """Open an account for the actor's child; locked until the mailed link, if that is needed.

    Raises:
        NotAllowed: not a parent.
        NameOdd, GradeOdd, PasswordOdd: that field will not do.
        TooMany: too many accounts from this network address, or letters to this mailbox.
    """
    actor.must_be(Standing.PARENT)
    safety.spend(safety.SIGN_UP_ADDRESS, browser.address)
    child = _newcomer(actor, form)
    with transaction() as tx:
        parent = actions.own(tx, actor)
        safety.spend(safety.PARENT_EMAIL, parent.email)
        child.sign_in_name = actions.free_sign_in_name(tx)
        actions.add(tx, child)
        asking.begin(tx, child, parent.email)
        kin.tie(tx, child.id, parent.id, TieHow.MADE, parent.id)
        if parent.email_confirmed_at:
            consent.open_at_once(tx, child, browser)
        return child.id


def added_last(actor: Actor) -> OwnChild | None:
    """The child the actor has made an account for last, open or not."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        found = tx.session.exec(
            select(User)
            .where(User.id == FamilyTie.child_id, FamilyTie.parent_id == actor.user_id)
            .where(FamilyTie.how == TieHow.MADE, col(FamilyTie.ended_at).is_(None))
            .where(col(User.closed_at).is_(None))
            .order_by(col(FamilyTie.asked_at).desc(), col(FamilyTie.id))
            .limit(1)
        ).first()
        return _view(tx, found) if found else None


def ask_own_child_again(actor: Actor, child_id: UUID) -> None:
    """Send the parent the mail with the link once more.

    Raises:
        NotFound: no such child, or the account is open already.
        AskedEnough: often enough for today.
        TooMany: too many letters to this mailbox.
    """
    child = added_last(actor)
    if child is None or child.child_id != child_id or child.is_open:
        raise NotFound
    asking.resend_for(child_id)


def _view(tx: Transaction, child: User) -> OwnChild:
    bond = tx.session.exec(select(Guardianship).where(Guardianship.child_id == child.id)).one()
    return OwnChild(
        child_id=child.id,
        first_name=child.first_name,
        sign_in_name=child.sign_in_name,
        grade=child.grade or 0,
        is_open=child.consented_at is not None,
        email_hint=rules.hint(asking.address_in(bond)),
    )


def _newcomer(actor: Actor, form: NewChild) -> User:
    """The child's account, not stored yet: a child whatever the age, the stricter way."""
    account = NewAccount(
        first_name=form.first_name,
        password=form.password,
        time_zone=actor.time_zone,
        grade=form.grade,
    )
    gate = Gate(band=AgeBand.CHILD, born=clock.now().date())
    child = actions.newcomer(account, gate, Role.STUDENT, "")
    child.consent_needed = True
    return child
