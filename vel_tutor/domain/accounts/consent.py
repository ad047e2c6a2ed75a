"""A parent's permission, Tier 1: asked by mail, given on a page, confirmed by a second mail.

16 CFR 312.5(b)(2)(vi), "e-mail plus": enough for learning, never for anything that shows a child
to others. What was asked, given and revoked is added to `consent_entry`; the account's own two
columns are only the present state.
"""

from uuid import UUID

from sqlmodel import select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import joining, kin, letters, links, parting, post, rules
from vel_tutor.domain.accounts.asking import address_in, enter, page
from vel_tutor.domain.accounts.events import ConsentGiven, ConsentRevoked, StandingChanged
from vel_tutor.domain.accounts.queries import actor_for
from vel_tutor.domain.accounts.refusals import LinkOver, SameBrowser
from vel_tutor.domain.accounts.signing_in import end_sign_ins
from vel_tutor.domain.accounts.views import Browser, NoticeView
from vel_tutor.models.accounts import Guardianship, User
from vel_tutor.vocabulary import AuditAction, ConsentDeed, LinkPurpose, Role, Standing, TieHow

_MINORS = frozenset({Standing.LOCKED_CHILD, Standing.CHILD, Standing.TEEN})


def consent_notice(token: str) -> NoticeView:
    """What the parent behind a mailed link is asked. Looking changes nothing.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
    """
    with reading() as tx:
        return _notice(tx, LinkPurpose.CONSENT, token)


def revocation_notice(token: str) -> NoticeView:
    """What the parent behind a mailed link may take back. Looking changes nothing."""
    with reading() as tx:
        return _notice(tx, LinkPurpose.REVOKE, token)


def give_consent(token: str, browser: Browser) -> None:
    """Open the child's account, and put the second letter on its way for tomorrow.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
        SameBrowser: a student under age is signed in on the browser that answers for the parent.
    """
    here = actor_for(browser.session_token)
    if here is not None and here.standing in _MINORS:
        raise SameBrowser
    with transaction() as tx:
        child, bond = _bonded(tx, links.use(tx, LinkPurpose.CONSENT, token))
        if here is not None and here.standing is Standing.PARENT:
            kin.tie(tx, child.id, here.user_id, TieHow.CONSENTED, here.user_id)
            _note_address(tx, here, bond)
        _open(tx, child, bond, browser)


def open_at_once(tx: Transaction, child: User, browser: Browser) -> None:
    """Open the account of a child whose parent says yes while signed in.

    For callers who know that the parent's address is theirs.
    """
    _open(tx, *_bonded(tx, child.id), browser)


def _open(tx: Transaction, child: User, bond: Guardianship, browser: Browser) -> None:
    child.consented_at, bond.revoked_at = tx.now, None
    links.call_back(tx, child.id, (LinkPurpose.CONSENT,))
    enter(tx, child, ConsentDeed.GIVEN, browser)
    _post_second(tx, child, address_in(bond))
    tx.publish(ConsentGiven(child_id=child.id))
    tx.publish(StandingChanged(user_id=child.id))
    safety.remember(tx, AuditAction.CONSENT_GIVEN, subject_id=child.id)
    coming = joining.Coming(visitor_id=bond.visitor_id, was_kept=True)
    joining.join(tx, child.id, coming, Role.STUDENT)
    bond.visitor_id = ""


def _note_address(tx: Transaction, here: Actor, bond: Guardianship) -> None:
    """Whoever presses a link mailed to the address of their account shows that it is theirs."""
    parent = tx.session.get(User, here.user_id)
    if parent and parent.email_confirmed_at is None and parent.email == address_in(bond):
        parent.email_confirmed_at = tx.now
        tx.session.add(parent)


def revoke_consent(token: str, browser: Browser) -> None:
    """Lock the child's account and end it on every device, or say no before it ever opened.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
    """
    with transaction() as tx:
        child, bond = _bonded(tx, links.use(tx, LinkPurpose.REVOKE, token))
        child.consented_at = None
        bond.revoked_at = bond.waiting_since = tx.now
        parting.untie_all(tx, child.id)
        links.call_back(tx, child.id, LinkPurpose)
        post.withdraw(tx, child.id)
        end_sign_ins(tx, child.id)
        enter(tx, child, ConsentDeed.REVOKED, browser)
        again = links.issue(tx, child.id, LinkPurpose.CONSENT, rules.CONSENT_LINK_LIVES)
        draft = letters.consent_revoked(page(routes.consent(again)), settings().postal_address)
        post.write(tx, draft, address_in(bond), child.id)
        tx.publish(ConsentRevoked(child_id=child.id))
        tx.publish(StandingChanged(user_id=child.id))
        safety.remember(tx, AuditAction.CONSENT_REVOKED, subject_id=child.id)


def _notice(tx: Transaction, purpose: LinkPurpose, token: str) -> NoticeView:
    child = tx.session.get(User, links.look(tx, purpose, token))
    if child is None:
        raise LinkOver
    return NoticeView(
        child_first_name=child.first_name,
        sign_in_name=child.sign_in_name,
        version=letters.NOTICE_VERSION,
        paragraphs=letters.NOTICE,
        is_open=child.consented_at is not None,
    )


def _post_second(tx: Transaction, child: User, email: str) -> None:
    revoke = links.issue(tx, child.id, LinkPurpose.REVOKE, rules.REVOKE_LINK_LIVES)
    draft = letters.consent_second(
        child.sign_in_name, page(routes.revocation(revoke)), settings().postal_address
    )
    post.write(tx, draft, email, child.id, due_at=tx.now + rules.SECOND_LETTER_AFTER)


def _bonded(tx: Transaction, child_id: UUID) -> tuple[User, Guardianship]:
    found = tx.session.exec(
        select(User, Guardianship)
        .where(User.id == child_id, Guardianship.child_id == User.id)
        .where(User.closed_at == None)  # noqa: E711
        .with_for_update()
    ).one_or_none()
    if found is None:
        raise LinkOver
    return found
