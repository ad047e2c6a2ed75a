"""How often a loop is taken up, by all and by one person, and what came of each prompt.

What a prompt is worth grows with what it led to: followed, an invitation sent, somebody who got
something out of it. A success without a prompt, as for the friend in a rescue, counts like one that
was asked for: it makes the loop likelier for both.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Float, Select, case, cast, delete, literal, union_all, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, or_, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.loops.prompts import answering, rules
from vel_tutor.measure import bandit
from vel_tutor.models.accounts import User
from vel_tutor.models.prompts import LoopPrior, LoopSuccess, Prompt
from vel_tutor.vocabulary import LoopKind

Step = Literal["shared_at", "worked_at"]
_STEPS: Mapping[Step, datetime | None] = {
    "shared_at": Prompt.shared_at,
    "worked_at": Prompt.worked_at,
}


def draws(
    tx: Transaction, user_id: UUID, loops: Collection[LoopKind], seed: int
) -> Mapping[LoopKind, float]:
    """How likely `user_id` takes each loop up: one draw of each from what is known."""
    chance = bandit.chance(seed)
    known = posteriors(tx, user_id, loops)
    return {loop: known[loop].draw(chance) for loop in sorted(loops)}


def posteriors(
    tx: Transaction, user_id: UUID, loops: Collection[LoopKind]
) -> Mapping[LoopKind, bandit.Beta]:
    """What is known of `user_id` and each loop: what all people do, moved by their own outcomes."""
    run = select(User.simulation).where(User.id == user_id).scalar_subquery()
    priors = {
        row.loop: bandit.Beta(row.alpha, row.beta)
        for row in tx.session.exec(select(LoopPrior).where(LoopPrior.simulation == run)).all()
    }
    came = _outcomes(tx.now).subquery()
    own = tx.session.exec(
        select(came.c.loop, func.sum(came.c.worth), func.count())
        .where(came.c.user_id == user_id)
        .group_by(came.c.loop)
    ).all()
    seen = {loop: (float(worth), int(tried)) for loop, worth, tried in own}
    return {loop: priors.get(loop, bandit.START).after(*seen.get(loop, (0.0, 0))) for loop in loops}


def learn_from_prompts() -> int:
    """Hourly: how often each loop is taken up, and how much people differ in it.

    Returns:
        How many distributions there are now.
    """
    with transaction() as tx:
        came = _outcomes(tx.now).subquery()
        rows = tx.session.exec(
            select(User.simulation, came.c.loop, func.sum(came.c.worth), func.count())
            .join(User, col(User.id) == came.c.user_id)
            .group_by(User.simulation, came.c.loop, came.c.user_id)
        ).all()
        people: dict[tuple[str, LoopKind], list[tuple[float, int]]] = {}
        for run, loop, worth, tried in rows:
            people.setdefault((run, loop), []).append((float(worth), int(tried)))
        tx.session.exec(delete(LoopPrior))
        for (run, loop), outcomes in people.items():
            known = bandit.prior(outcomes)
            tx.session.add(
                LoopPrior(
                    simulation=run,
                    loop=loop,
                    alpha=known.alpha,
                    beta=known.beta,
                    people=len(outcomes),
                    learned_at=tx.now,
                )
            )
        return len(people)


def _outcomes(now: datetime) -> Select[UUID, LoopKind, float]:
    """What each prompt that was seen and is over was worth, and each success without one."""
    value = case(
        (col(Prompt.worked_at).is_not(None), rules.WORKED),
        (col(Prompt.shared_at).is_not(None), rules.SHARED),
        (col(Prompt.acted_at).is_not(None), rules.ACTED),
        else_=0.0,
    )
    over = or_(
        col(Prompt.acted_at).is_not(None),
        col(Prompt.dismissed_at).is_not(None),
        col(Prompt.expires_at) <= now,
    )
    since = now - rules.OUTCOMES_KEPT
    seen = select(Prompt.user_id, Prompt.loop, cast(value, Float).label("worth")).where(
        col(Prompt.shown_at).is_not(None), col(Prompt.created_at) > since, over
    )
    unasked = select(
        LoopSuccess.user_id, LoopSuccess.loop, cast(literal(rules.WORKED), Float).label("worth")
    ).where(col(LoopSuccess.at) > since, col(LoopSuccess.prompt_id).is_(None))
    both = union_all(seen, unasked).subquery()
    return select(both.c.user_id, both.c.loop, both.c.worth)


def note_share(tx: Transaction, link_id: UUID, loop: LoopKind) -> None:
    """Somebody sent an invitation: it counts for the prompt that had asked for it, if one had."""
    sender = attribution.owner_of(tx, link_id)
    if sender:
        answering.note_done_otherwise(tx, sender, loop)
        tx.session.flush()
        _credit(tx, sender, loop, "shared_at")


def note_first_value(tx: Transaction, link_id: UUID, loop: LoopKind) -> None:
    """Somebody got something out of an invitation: the prompt behind it worked."""
    sender = attribution.owner_of(tx, link_id)
    if sender:
        _credit(tx, sender, loop, "worked_at")


def note_success(
    tx: Transaction, user_ids: Collection[UUID], loop: LoopKind, source_id: UUID
) -> None:
    """`loop` went well for all of `user_ids`, whoever had been asked; once for each `source_id`."""
    for user_id in sorted(user_ids):
        row = LoopSuccess(user_id=user_id, loop=loop, source_id=source_id, at=tx.now)
        added = insert(LoopSuccess).values(**row.model_dump())
        added = added.on_conflict_do_nothing(constraint="loop_success_once")
        if tx.session.exec(added.returning(col(LoopSuccess.id))).first():
            row = tx.session.get_one(LoopSuccess, row.id)
            row.prompt_id = _credit(tx, user_id, loop, "worked_at")
            tx.session.add(row)


def _credit(tx: Transaction, user_id: UUID, loop: LoopKind, step: Step) -> UUID | None:
    """Note `step` on the prompt for `loop` that was followed last and has not come so far yet.

    Returns:
        Which prompt that is, if there is one.
    """
    followed = (
        select(Prompt.id)
        .where(Prompt.user_id == user_id, Prompt.loop == loop, col(_STEPS[step]).is_(None))
        .where(col(Prompt.acted_at) > tx.now - rules.CREDITED_WITHIN)
        .order_by(col(Prompt.acted_at).desc())
        .limit(1)
        .scalar_subquery()
    )
    noted = (
        update(Prompt)
        .where(col(Prompt.id) == followed)
        .values({step: tx.now})
        .returning(col(Prompt.id))
    )
    return tx.session.exec(noted).scalar_one_or_none()
