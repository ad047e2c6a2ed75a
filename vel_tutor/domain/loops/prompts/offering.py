"""Offering a prompt: who may be asked, which loop, in which words; or none, and why.

Everything is decided in the reaction to what happened and stored as one row, so that it is decided
once: the same moment told again finds its row. The advisers are asked with their deadlines; what
may be done is ours to say, and the choice we make without them keeps to the same limits.
"""

from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.events import Event
from vel_tutor.domain.loops.prompts import asking, learning, moments, rules, standing
from vel_tutor.domain.loops.prompts.events import PromptOffered
from vel_tutor.domain.loops.prompts.moments import Moment, Opening
from vel_tutor.domain.loops.prompts.standing import Standing
from vel_tutor.models.prompts import Prompt
from vel_tutor.vocabulary import Bar, LoopKind

_SEED_BITS = 2**63


def consider(tx: Transaction, event: Event) -> None:
    """Ask whoever `event` is a moment for, or note why they are not asked."""
    for moment in moments.of(tx, event):
        offer(tx, moment)


def offer(tx: Transaction, moment: Moment) -> None:
    """Decide about one moment, once, and store what was decided."""
    one_at_a_time(tx, moment.user_id)
    if _is_decided(tx, moment):
        return
    try:
        who = standing.of(tx, moment)
    except NotFound:
        return
    if who is None:
        return
    row = _decided(tx, moment, who)
    if row.loop:
        _make_room(tx, row)
        tx.publish(PromptOffered(prompt_id=row.id, user_id=row.user_id, loop=row.loop))
    tx.session.add(row)
    tx.session.flush()


def one_at_a_time(tx: Transaction, user_id: UUID) -> None:
    """Let what is decided about one person come one after the other, until the commit."""
    key = func.hashtextextended(f"prompt:{user_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))


def _is_decided(tx: Transaction, moment: Moment) -> bool:
    same = select(Prompt.id).where(
        Prompt.user_id == moment.user_id,
        Prompt.trigger == moment.trigger,
        Prompt.source_id == moment.source_id,
    )
    return tx.session.exec(same).first() is not None


def _decided(tx: Transaction, moment: Moment, who: Standing) -> Prompt:
    """What is to be stored: a prompt, or why there is none."""
    bar = asking.trust(tx, who)
    if bar:
        return _none(tx, moment, bar, "Nobody may be asked anything: " + bar)
    bars = {loop: _bar(moment, who, loop) for loop in who.loops}
    if all(bars.values()):
        told = ", ".join(f"{loop}: {against}" for loop, against in bars.items())
        return _none(tx, moment, _telling(bars), told)
    bar = asking.group(tx, who)
    if bar:
        return _none(tx, moment, bar, "Their group is asked nothing.")
    seed = (moment.user_id.int ^ moment.source_id.int) % _SEED_BITS
    chances = learning.draws(tx, moment.user_id, who.loops, seed)
    said, is_default = asking.which_loop(tx, moment, who, bars, chances)
    opening = next((one for one in moment.openings if one.loop is said.loop), None)
    if opening is None:
        return _none(tx, moment, Bar.NOTHING, said.reason, is_default=is_default)
    words = asking.wording(tx, opening, who)
    if words is None:
        return _none(tx, moment, Bar.NOTHING, f"No text fits {opening.loop}.")
    return _prompt(tx, moment, opening, words, said.reason, is_default=is_default)


def _bar(moment: Moment, who: Standing, loop: LoopKind) -> Bar | None:
    """Why `loop` may not be offered now."""
    if all(opening.loop is not loop for opening in moment.openings):
        return Bar.NOTHING
    if loop in who.muted:
        return Bar.OPTED_OUT
    return who.throttle.bar(loop)


def _telling(bars: Mapping[LoopKind, Bar | None]) -> Bar:
    """The bar that says most: what could have been offered, but was not."""
    return next((bar for bar in bars.values() if bar and bar is not Bar.NOTHING), Bar.NOTHING)


def _none(
    tx: Transaction, moment: Moment, bar: Bar, reason: str, *, is_default: bool = False
) -> Prompt:
    return Prompt(
        user_id=moment.user_id,
        trigger=moment.trigger,
        source_id=moment.source_id,
        bar=bar,
        reason=reason,
        is_default=is_default,
        created_at=tx.now,
    )


def _prompt(
    tx: Transaction,
    moment: Moment,
    opening: Opening,
    words: asking.Wording,
    reason: str,
    *,
    is_default: bool,
) -> Prompt:
    ends_at = tx.now + rules.LIFE[opening.loop]
    return Prompt(
        user_id=moment.user_id,
        trigger=moment.trigger,
        source_id=moment.source_id,
        loop=opening.loop,
        reason=reason,
        is_default=is_default,
        template=words.template,
        facts=asdict(opening.facts),
        variant=words.variant,
        reward=words.reward,
        place=opening.place,
        target=opening.target,
        skill=opening.skill,
        created_at=tx.now,
        expires_at=min(ends_at, opening.ends_at or ends_at),
    )


def _make_room(tx: Transaction, newer: Prompt) -> None:
    """One prompt at a time: what is still open gives way to what cannot wait."""
    waiting = select(Prompt).where(
        Prompt.user_id == newer.user_id,
        col(Prompt.expires_at) > tx.now,
        col(Prompt.dismissed_at).is_(None),
        col(Prompt.acted_at).is_(None),
    )
    for row in tx.session.exec(waiting).all():
        row.expires_at = tx.now
        tx.session.add(row)
