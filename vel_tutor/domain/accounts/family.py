"""Parents who ask to be linked to a child, and those who answer them.

A parent names a child by what the child signs in with. The answer is the same whether or not there
is such an account: the request waits, and goes to whoever may answer it. For a teen that is the
teen; for a child the guardian whose mailbox gave permission; for both the parent tied longest.
"""

from uuid import UUID, uuid4

from sqlalchemy import ColumnElement
from sqlmodel import col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import (
    asking,
    family_letters,
    kin,
    links,
    post,
    queries,
    rules,
    scopes,
    vault,
)
from vel_tutor.domain.accounts.events import FamilyAnswered, FamilyAsked
from vel_tutor.domain.accounts.refusals import AskedAlready, ChildNameOdd, LinkOver, SameBrowser
from vel_tutor.domain.accounts.signing_in import canonical_name
from vel_tutor.domain.accounts.views import Browser, FamilyNoticeView
from vel_tutor.models.accounts import FamilyRequest, PostedLink, User
from vel_tutor.vocabulary import AuditAction, LinkPurpose, Role, Standing, TieHow

_MINORS = frozenset({Standing.LOCKED_CHILD, Standing.CHILD, Standing.TEEN})
_LINKED = frozenset({Standing.CHILD, Standing.TEEN})
"""Whom a parent can be linked to."""


def ask_for_child(actor: Actor, typed: str) -> None:
    """Ask whoever signs in as `typed` (a sign-in name, or a teen's e-mail) to be linked.

    Raises:
        ChildNameOdd: that cannot be a name.
        AskedAlready: the same was asked and waits for its answer.
        TooMany: too much asked for one day, by this parent or for that name.
    """
    actor.must_be(Standing.PARENT)
    name = canonical_name(typed)
    if len(name) < rules.LEAST_NAME or len(typed) > rules.LONGEST_EMAIL:
        raise ChildNameOdd
    safety.spend(safety.FAMILY_ASKING, str(actor.user_id))
    safety.spend(safety.FAMILY_ASKED, name)
    with transaction() as tx:
        queries.lock(tx, actor.user_id)
        mark = vault.index(name)
        if tx.session.exec(waiting(tx).where(_by(actor), FamilyRequest.mark == mark)).first():
            raise AskedAlready
        child = _askable(tx, actor, name)
        request = FamilyRequest(
            how=TieHow.ASKED,
            asked_by_id=actor.user_id,
            child_id=child.id if child else None,
            named=rules.masked_name(name),
            mark=mark,
            asked_at=tx.now,
            expires_at=tx.now + rules.FAMILY_REQUEST_LIVES,
        )
        tx.session.add(request)
        first = kin.parents_of(tx, child.id)[:1] if child else ()
        tx.publish(
            FamilyAsked(
                request_id=request.id,
                child_id=request.child_id,
                first_parent_id=first[0] if first else None,
            )
        )
        safety.remember(
            tx, AuditAction.FAMILY_ASKED, actor_id=actor.user_id, subject_id=request.child_id
        )


def pass_on_request(tx: Transaction, request_id: UUID) -> None:
    """Write to whoever may answer the request; a reaction, so that asking always takes as long."""
    request = tx.session.exec(
        waiting(tx).where(FamilyRequest.id == request_id).with_for_update(of=FamilyRequest)
    ).one_or_none()
    child = tx.session.get(User, request.child_id) if request and request.child_id else None
    if request is None or child is None or request.link_id is not None:
        return
    sender = settings().postal_address
    if scopes.standing_of(child) is Standing.TEEN:
        draft = family_letters.asked_of_teen(asking.page(routes.SETTINGS), sender)
        post.write(tx, draft, child.email, child.id)
        return
    guardian = asking.address_of_parent(tx, child)
    if not guardian:
        return
    link_id = uuid4()
    token = links.issue(
        tx, child.id, LinkPurpose.FAMILY_ANSWER, rules.FAMILY_REQUEST_LIVES, link_id
    )
    tx.session.flush()
    request.link_id = link_id
    tx.session.add(request)
    page = asking.page(routes.family_link(token))
    post.write(
        tx, family_letters.asked_of_guardian(child.sign_in_name, page, sender), guardian, child.id
    )


def answer_request(actor: Actor, request_id: UUID, *, yes: bool) -> None:
    """Say yes or no to a parent who asked: the teen, or the parent tied longest.

    Raises:
        NotFound: no such request waits for this actor.
    """
    actor.must_be(Standing.TEEN, Standing.PARENT)
    with transaction() as tx:
        request = tx.session.exec(
            waiting(tx)
            .where(FamilyRequest.id == request_id, FamilyRequest.how == TieHow.ASKED)
            .with_for_update(of=FamilyRequest)
        ).one_or_none()
        if request is None or request.child_id is None or not _may_answer(tx, actor, request):
            raise NotFound
        answer(tx, request, request.child_id, by=actor.user_id, yes=yes)


def asked_by_mail(token: str) -> FamilyNoticeView:
    """Who asks, behind a link that was mailed to a guardian. Looking changes nothing.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
    """
    with reading() as tx:
        child, request = _behind(tx, links.look(tx, LinkPurpose.FAMILY_ANSWER, token), token)
        asker = tx.session.get(User, request.asked_by_id)
        if asker is None or asker.closed_at:
            raise LinkOver
        return FamilyNoticeView(
            child_first_name=child.first_name,
            sign_in_name=child.sign_in_name,
            who=asker.first_name,
            email=asker.email,
        )


def answer_by_mail(token: str, browser: Browser, *, yes: bool) -> None:
    """Answer behind a link that was mailed to a guardian.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
        SameBrowser: a student under age is signed in on the browser that answers.
    """
    here = queries.actor_for(browser.session_token)
    if here is not None and here.standing in _MINORS:
        raise SameBrowser
    with transaction() as tx:
        _, request = _behind(tx, links.use(tx, LinkPurpose.FAMILY_ANSWER, token), token)
        if request.child_id is None:
            raise LinkOver
        answer(tx, request, request.child_id, by=None, yes=yes)


def answer(
    tx: Transaction, request: FamilyRequest, child_id: UUID, *, by: UUID | None, yes: bool
) -> None:
    """Note the answer, and tie the two if it is yes.

    Raises:
        NotFound: whoever asked has left.
    """
    asker = tx.session.get(User, request.asked_by_id)
    if asker is None or asker.closed_at is not None:
        raise NotFound
    if yes:
        request.approved_at = tx.now
        kin.tie(tx, child_id, request.asked_by_id, request.how, by, request.asked_at)
    else:
        request.declined_at = tx.now
        safety.remember(
            tx,
            AuditAction.FAMILY_DECLINED,
            actor_id=by,
            subject_id=child_id,
            object_id=request.asked_by_id,
        )
    close(tx, request)


def take_back(actor: Actor, request_id: UUID) -> None:
    """Take back what the actor asked for, or the link they handed out.

    Raises:
        NotFound: no such request of the actor's waits.
    """
    actor.must_be(Standing.TEEN, Standing.PARENT)
    with transaction() as tx:
        request = tx.session.exec(
            waiting(tx)
            .where(FamilyRequest.id == request_id, _by(actor))
            .with_for_update(of=FamilyRequest)
        ).one_or_none()
        if request is None:
            raise NotFound
        request.taken_back_at = tx.now
        close(tx, request)


def close(tx: Transaction, request: FamilyRequest) -> None:
    """End the link of a request that is answered, and tell the pages that show it."""
    link = tx.session.get(PostedLink, request.link_id) if request.link_id else None
    if link is not None and link.used_at is None:
        link.used_at = tx.now
        tx.session.add(link)
    tx.session.add(request)
    tx.publish(
        FamilyAnswered(
            request_id=request.id, child_id=request.child_id, asker_id=request.asked_by_id
        )
    )


def waiting(tx: Transaction) -> SelectOfScalar[FamilyRequest]:
    """The requests that still wait for an answer."""
    return select(FamilyRequest).where(*still_waits(tx))


def still_waits(tx: Transaction) -> tuple[ColumnElement[bool], ...]:
    """What is true of a request that waits."""
    return (
        col(FamilyRequest.expires_at) > tx.now,
        col(FamilyRequest.approved_at).is_(None),
        col(FamilyRequest.declined_at).is_(None),
        col(FamilyRequest.taken_back_at).is_(None),
    )


def _by(actor: Actor) -> ColumnElement[bool]:
    return col(FamilyRequest.asked_by_id) == actor.user_id


def _askable(tx: Transaction, actor: Actor, name: str) -> User | None:
    """The student who is told of it: none if nobody has that name, or they said no lately.

    Raises:
        Conflict: the actor's own child already, as their page shows.
    """
    child = tx.session.exec(
        select(User).where(
            or_(User.email == name, User.sign_in_name == name),
            User.role == Role.STUDENT,
            col(User.closed_at).is_(None),
        )
    ).one_or_none()
    if child is None or scopes.standing_of(child) not in _LINKED:
        return None
    if kin.acts_for(tx, actor, child.id):
        raise Conflict("You are linked to this child already.")
    declined = select(FamilyRequest.id).where(
        _by(actor),
        FamilyRequest.child_id == child.id,
        col(FamilyRequest.declined_at) > tx.now - rules.NO_STANDS,
    )
    return None if tx.session.exec(declined).first() else child


def _may_answer(tx: Transaction, actor: Actor, request: FamilyRequest) -> bool:
    if request.child_id is None:
        return False
    if actor.user_id == request.child_id:
        return actor.standing is Standing.TEEN
    return kin.parents_of(tx, request.child_id)[:1] == (actor.user_id,)


def _behind(tx: Transaction, child_id: UUID, token: str) -> tuple[User, FamilyRequest]:
    """The child a mailed link is about, and the request it answers."""
    found = tx.session.exec(
        select(User, FamilyRequest)
        .join(FamilyRequest, col(FamilyRequest.child_id) == User.id)
        .join(PostedLink, col(PostedLink.id) == FamilyRequest.link_id)
        .where(User.id == child_id, PostedLink.token_hash == queries.token_hash(token))
        .where(col(User.closed_at).is_(None), *still_waits(tx))
    ).one_or_none()
    if found is None:
        raise LinkOver
    return found
