"""Handing a parent the link that makes them family: by a first parent, or by the teen."""

from uuid import UUID, uuid4

from sqlmodel import col, func, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import (
    asking,
    family,
    family_letters,
    kin,
    links,
    post,
    queries,
    rules,
    scopes,
)
from vel_tutor.domain.accounts.refusals import InvitedEnough, LinkOver
from vel_tutor.domain.accounts.views import FamilyInviteView
from vel_tutor.models.accounts import FamilyRequest, PostedLink, User
from vel_tutor.vocabulary import AuditAction, LinkPurpose, Standing, TieHow


def invite_parent(actor: Actor, child_id: UUID, email: str = "") -> str:
    """Make a link that ties whoever opens it to the child, and mail it if there is an address.

    Returns:
        The address of the link, to be handed over; it works once, for two weeks.

    Raises:
        NotAllowed: neither a teen nor a parent; a child has a guardian already.
        NotFound: not the actor's child, nor the actor.
        ParentEmailOdd, ParentEmailDisposable, ParentEmailOwn: that address will not do.
        InvitedEnough: that many links are open for this child.
        TooMany: enough for today.
    """
    actor.must_be(Standing.TEEN, Standing.PARENT)
    address = asking.parent_email(email) if email else ""
    safety.spend(safety.FAMILY_ASKING, str(actor.user_id))
    if address:
        safety.spend(safety.PARENT_EMAIL, address)
    with transaction() as tx:
        child = _invitable(tx, actor, child_id)
        if address:
            asking.must_not_be_a_minors(tx, address, child)
        page = asking.page(routes.family_link(_hand_out(tx, actor, child, address)))
        if address:
            post.write(tx, _draft(actor, page), address, child.id)
        return page


def invited_to(actor: Actor | None, token: str) -> FamilyInviteView:
    """What the page behind such a link shows. Looking changes nothing.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
    """
    with reading() as tx:
        links.look(tx, LinkPurpose.FAMILY_INVITE, token)
        child, request, inviter = _behind(tx, token)
        return FamilyInviteView(
            child_first_name=child.first_name,
            who="" if inviter.id == child.id else inviter.first_name,
            is_parent=actor is not None and actor.standing is Standing.PARENT,
            is_somebody=actor is not None,
            is_own=actor is not None and actor.user_id == request.asked_by_id,
        )


def accept_invitation(actor: Actor, token: str) -> str:
    """Tie the actor to the child behind the link.

    Returns:
        The child's id, as addresses need it.

    Raises:
        NotAllowed: not a parent; tutors and staff are nobody's parents here.
        LinkOver: the link was used, is too old, or was never ours.
        Conflict: the actor handed it out, or is linked to the child already.
    """
    actor.must_be(Standing.PARENT)
    with transaction() as tx:
        links.use(tx, LinkPurpose.FAMILY_INVITE, token)
        child, request, _ = _behind(tx, token)
        if request.asked_by_id == actor.user_id or kin.acts_for(tx, actor, child.id):
            raise Conflict("You are linked to this child already.")
        request.approved_at = tx.now
        kin.tie(tx, child.id, actor.user_id, request.how, request.asked_by_id, request.asked_at)
        family.close(tx, request)
        return str(child.id)


def _invitable(tx: Transaction, actor: Actor, child_id: UUID) -> User:
    """The student a parent can be invited to, locked."""
    child = queries.lock(tx, child_id)
    if child is None or not kin.acts_for(tx, actor, child_id):
        raise NotFound
    open_links = select(func.count()).select_from(
        family.waiting(tx)
        .where(FamilyRequest.child_id == child_id, FamilyRequest.how == TieHow.INVITED)
        .subquery()
    )
    if tx.session.exec(open_links).one() >= rules.MOST_INVITATIONS:
        raise InvitedEnough
    return child


def _hand_out(tx: Transaction, actor: Actor, child: User, address: str) -> str:
    link_id = uuid4()
    token = links.issue(
        tx, child.id, LinkPurpose.FAMILY_INVITE, rules.FAMILY_REQUEST_LIVES, link_id
    )
    tx.session.flush()
    tx.session.add(
        FamilyRequest(
            how=TieHow.INVITED,
            asked_by_id=actor.user_id,
            child_id=child.id,
            named=rules.hint(address) if address else "",
            link_id=link_id,
            asked_at=tx.now,
            expires_at=tx.now + rules.FAMILY_REQUEST_LIVES,
        )
    )
    safety.remember(
        tx, AuditAction.FAMILY_ASKED, actor_id=actor.user_id, subject_id=child.id, reason="invited"
    )
    return token


def _draft(actor: Actor, page: str) -> family_letters.Draft:
    sender = settings().postal_address
    if actor.standing is Standing.TEEN:
        return family_letters.invited_by_teen(page, sender)
    return family_letters.invited_by_parent(actor.first_name, page, sender)


def _behind(tx: Transaction, token: str) -> tuple[User, FamilyRequest, User]:
    """Child, request and inviter of a link, as long as the inviter may still speak for the child.

    Raises:
        LinkOver: taken back, or the inviter has no say any more.
    """
    found = tx.session.exec(
        family.waiting(tx)
        .join(PostedLink, col(PostedLink.id) == FamilyRequest.link_id)
        .where(PostedLink.token_hash == queries.token_hash(token))
    ).one_or_none()
    child = tx.session.get(User, found.child_id) if found and found.child_id else None
    inviter = tx.session.get(User, found.asked_by_id) if found else None
    if found is None or child is None or inviter is None or child.closed_at or inviter.closed_at:
        raise LinkOver
    speaks = inviter.id == child.id or inviter.id in kin.parents_of(tx, child.id)
    if not speaks or scopes.standing_of(child) is Standing.LOCKED_CHILD:
        raise LinkOver
    return child, found, inviter
