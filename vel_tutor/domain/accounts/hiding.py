"""Being seen is everybody's own choice: off means that nothing about where they are is written.

A parent's switch and one's own count both. Theirs is a deed that stays (see `switching`); one's own
is a wish that may change as often as one likes.
"""

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.accounts import queries, rules, scopes
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.domain.accounts.views import SeenView
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import STUDENTS, ConsentScope


def seen(actor: Actor) -> SeenView:
    """Whether the actor, a student, is counted and ranked, and who has a say in it.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        user = tx.session.get_one(User, actor.user_id)
        allowed = rules.scopes(scopes.standing_of(user), scopes.deeds_of(tx, user.id))
        is_allowed = ConsentScope.PRESENCE in allowed
        return SeenView(is_seen=is_allowed and user.unseen_since is None, is_allowed=is_allowed)


def be_seen(actor: Actor, *, wanted: bool) -> SeenView:
    """Be counted and ranked from now on, or not any more: at once, in every open window.

    Raises:
        NotAllowed: not a student.
        NotFound: the account is gone.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        user = queries.lock(tx, actor.user_id)
        if user is None:
            raise NotFound
        if wanted == (user.unseen_since is not None):
            user.unseen_since = None if wanted else tx.now
            tx.session.add(user)
            tx.publish(StandingChanged(user_id=user.id))
    return seen(actor)
