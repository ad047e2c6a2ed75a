"""What teens and grown-ups switch for themselves; a parent's "off" stands above it."""

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain.accounts import queries, scopes, switching
from vel_tutor.domain.accounts.views import OwnSwitchView
from vel_tutor.models.accounts import ConsentEntry
from vel_tutor.vocabulary import OWN_SCOPES, ConsentDeed, ConsentScope, Standing

_TITLES = {
    ConsentScope.FEED: (
        "Show what I achieve to friends",
        "Friends see your milestones in the feed, and students of your age and subjects see them "
        "under a made-up name. Off: nothing of yours is written there, and you see nobody's.",
    ),
    ConsentScope.PRESENCE: (
        "Be counted as present",
        "You count among those who practise now, and stand on boards under a made-up name. Off: "
        "nothing about where you are is kept anywhere.",
    ),
}
_BY_PARENT = "A parent has turned this off. Ask them to turn it on again."


class TurnedOffByParent(NotAllowed):
    words = _BY_PARENT
    code = "turned_off_by_parent"


def own_switches(actor: Actor) -> tuple[OwnSwitchView, ...]:
    """What the actor may switch for themselves; nothing for children and the staff."""
    if actor.standing not in _MAY:
        return ()
    with reading() as tx:
        shut = {scope for scope in OWN_SCOPES if _is_shut(tx, actor, scope)}
    return tuple(
        OwnSwitchView(
            scope=scope.value,
            title=_TITLES[scope][0],
            words=_BY_PARENT if scope in shut else _TITLES[scope][1],
            is_on=scope in actor.scopes,
            is_shut=scope in shut,
        )
        for scope in OWN_SCOPES
    )


def switch_own(actor: Actor, scope: ConsentScope, *, on: bool) -> None:
    """Turn one thing about the actor on or off; it counts at once, in every open window.

    Raises:
        NotAllowed: a child, or somebody of the staff.
        Invalid: nothing one switches for oneself.
        TurnedOffByParent: a parent who is linked has turned it off.
    """
    actor.must_be(*_MAY)
    if scope not in OWN_SCOPES:
        raise Invalid
    with transaction() as tx:
        own = queries.lock(tx, actor.user_id)
        if own is None:
            raise NotFound
        if _is_shut(tx, actor, scope):
            raise TurnedOffByParent
        if on == (scope in scopes.scopes_of(tx, own.id)):
            return  # as it is already: nobody's windows need to hear of it
        deed = ConsentDeed.GIVEN if on else ConsentDeed.REVOKED
        switching.enter(tx, own, {scope: deed}, own.id)


_MAY = (Standing.TEEN, Standing.ADULT)


def _is_shut(tx: Transaction, actor: Actor, scope: ConsentScope) -> bool:
    """Whether somebody else has had the last word, and it was no."""
    last = tx.session.exec(
        select(ConsentEntry)
        .where(ConsentEntry.child_id == actor.user_id, ConsentEntry.scope == scope)
        .order_by(col(ConsentEntry.seq).desc())
        .limit(1)
    ).first()
    return bool(last and last.deed is ConsentDeed.REVOKED and last.actor_id != actor.user_id)
