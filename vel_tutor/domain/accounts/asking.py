"""Asking a parent, from the child's side: whom to ask, asking again, putting the address right."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import emails, letters, links, parting, post, rules, vault
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.domain.accounts.refusals import (
    AskedEnough,
    ParentEmailDisposable,
    ParentEmailOdd,
    ParentEmailOwn,
)
from vel_tutor.domain.accounts.views import Browser, WaitingView
from vel_tutor.models.accounts import ConsentEntry, Guardianship, User
from vel_tutor.vocabulary import (
    AgeBand,
    AuditAction,
    ConsentDeed,
    ConsentMethod,
    ConsentScope,
    LinkPurpose,
    Role,
    Standing,
)


def waiting(actor: Actor) -> WaitingView:
    """What a child sees while the parent has not answered."""
    actor.must_be(Standing.LOCKED_CHILD)
    with reading() as tx:
        return _waiting(tx, *_child(tx, actor.user_id))


def resend_notice(actor: Actor) -> WaitingView:
    """Send the parent the question again.

    Raises:
        AskedEnough: `rules.MOST_RESENDS` times today already, or the parent said no.
    """
    actor.must_be(Standing.LOCKED_CHILD)
    return resend_for(actor.user_id)


def resend_for(child_id: UUID) -> WaitingView:
    """The same for a child whose parent asks; for callers who know that it is theirs."""
    with reading() as tx:
        _spend_on(address_in(_child(tx, child_id)[1]))
    with transaction() as tx:
        child, bond = _child(tx, child_id, lock=True)
        today = _resends_today(tx, bond)
        email = address_in(bond)
        if today >= rules.MOST_RESENDS or bond.revoked_at or not email:
            raise AskedEnough
        if today == 0:
            bond.resends_since = tx.now
        bond.resends = today + 1
        _ask(tx, child, email)
        return _waiting(tx, child, bond)


def correct_parent_email(actor: Actor, typed: str) -> WaitingView:
    """Ask somebody else: the address was wrong. The links sent to the old one are over.

    Raises:
        ParentEmailOdd, ParentEmailOwn, ParentEmailDisposable: that address will not do.
        AskedEnough: corrected `rules.MOST_CORRECTIONS` times already, or the parent said no.
    """
    actor.must_be(Standing.LOCKED_CHILD)
    email = parent_email(typed)
    _spend_on(email)
    with transaction() as tx:
        child, bond = _child(tx, actor.user_id, lock=True)
        first = not bond.email_sealed
        if bond.revoked_at or (not first and bond.corrections >= rules.MOST_CORRECTIONS):
            raise AskedEnough
        must_not_be_a_minors(tx, email, child)
        bond.corrections += 0 if first else 1
        bond.email_sealed = vault.close(email, _about(child))
        bond.email_index = vault.index(email)
        links.call_back(tx, child.id, (LinkPurpose.CONSENT, LinkPurpose.REVOKE))
        post.withdraw(tx, child.id)
        _ask(tx, child, email)
        safety.remember(
            tx, AuditAction.PARENT_EMAIL_CORRECTED, actor_id=child.id, subject_id=child.id
        )
        return _waiting(tx, child, bond)


def begin(tx: Transaction, child: User, email: str, visitor_id: str = "") -> None:
    """Note whom to ask for a child that has just signed up, and ask; `email` may come later."""
    if email:
        must_not_be_a_minors(tx, email, child)
    tx.session.add(
        Guardianship(
            child_id=child.id,
            email_sealed=vault.close(email, _about(child)) if email else "",
            email_index=vault.index(email) if email else "",
            visitor_id=visitor_id,
            waiting_since=tx.now,
            resends_since=tx.now,
        )
    )
    if email:
        _ask(tx, child, email)


def lock_as_child(tx: Transaction, user: User) -> None:
    """Treat `user` as a child from now on, whatever their date of birth said.

    What they have done so far stays, unseen, until a parent answers. Whom a teen once let in as a
    parent is no guardian of a child by that.
    """
    user.consent_needed, user.consented_at = True, None
    user.birth_date_sealed = ""
    parting.untie_all(tx, user.id)
    begin(tx, user, "")
    tx.publish(StandingChanged(user_id=user.id))
    safety.remember(tx, AuditAction.ACCOUNT_LOCKED, subject_id=user.id, reason="grade")


def parent_email(typed: str) -> str:
    """The canonical address of a parent.

    Raises:
        ParentEmailOdd: it cannot be an address.
        ParentEmailDisposable: it belongs to a throw-away service.
    """
    email = emails.canonical(typed)
    if email is None:
        raise ParentEmailOdd
    if emails.is_disposable(email):
        raise ParentEmailDisposable
    return email


def address_of_parent(tx: Transaction, child: User) -> str:
    """Where to write to when a child needs mail; empty when nobody was named."""
    bond = tx.session.exec(
        select(Guardianship).where(Guardianship.child_id == child.id)
    ).one_or_none()
    return address_in(bond) if bond else ""


def address_in(bond: Guardianship) -> str:
    """The parent's address, readable; empty when nobody was named."""
    return vault.open_(bond.email_sealed, f"guardianship.email|{bond.child_id}")


def enter(tx: Transaction, child: User, deed: ConsentDeed, browser: Browser) -> None:
    """Add one deed to the record of consents, with what the notice said at that moment."""
    tx.session.add(
        ConsentEntry(
            child_id=child.id,
            deed=deed,
            scope=ConsentScope.LEARNING,
            method=ConsentMethod.EMAIL_PLUS,
            notice_version=letters.NOTICE_VERSION,
            notice_hash=letters.notice_hash(),
            address_hash=vault.address_hash(browser.address),
            at=tx.now,
        )
    )


def page(path: str) -> str:
    """The address of one of our pages, as a mail needs it."""
    return settings().public_url.rstrip("/") + path


def _waiting(tx: Transaction, child: User, bond: Guardianship) -> WaitingView:
    email = address_in(bond)
    return WaitingView(
        first_name=child.first_name,
        sign_in_name=child.sign_in_name,
        parent_email_hint=rules.hint(email) if email else "",
        may_resend=bool(email) and _resends_today(tx, bond) < rules.MOST_RESENDS,
        may_correct=not email or bond.corrections < rules.MOST_CORRECTIONS,
        is_withdrawn=bond.revoked_at is not None,
    )


def _ask(tx: Transaction, child: User, email: str) -> None:
    """Write the notice, with a link to say yes and one to say no."""
    consent = links.issue(tx, child.id, LinkPurpose.CONSENT, rules.CONSENT_LINK_LIVES)
    refuse = links.issue(tx, child.id, LinkPurpose.REVOKE, rules.REVOKE_LINK_LIVES)
    draft = letters.consent_notice(
        child.sign_in_name,
        page(routes.consent(consent)),
        page(routes.revocation(refuse)),
        settings().postal_address,
    )
    post.write(tx, draft, email, child.id)
    enter(tx, child, ConsentDeed.ASKED, Browser())
    safety.remember(tx, AuditAction.CONSENT_ASKED, subject_id=child.id)


def must_not_be_a_minors(tx: Transaction, email: str, child: User) -> None:
    """A parent's address is neither the child's own nor another student's under age."""
    minor = select(User.id).where(
        User.email == email, User.role == Role.STUDENT, col(User.age_band) != AgeBand.ADULT
    )
    if email == child.email or tx.session.exec(minor).first() is not None:
        raise ParentEmailOwn


def _child(tx: Transaction, child_id: UUID, *, lock: bool = False) -> tuple[User, Guardianship]:
    """The child's row and bond, locked when they are to change."""
    mine = select(User, Guardianship).where(User.id == child_id, Guardianship.child_id == User.id)
    return tx.session.exec(mine.with_for_update() if lock else mine).one()


def _resends_today(tx: Transaction, bond: Guardianship) -> int:
    return bond.resends if tx.now - bond.resends_since < timedelta(days=1) else 0


def _spend_on(email: str) -> None:
    if email:
        safety.spend(safety.PARENT_EMAIL, email)


def _about(child: User) -> str:
    return f"guardianship.email|{child.id}"
