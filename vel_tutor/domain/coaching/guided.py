"""The guided tutor: what it does when a learner says something. It works from the question bank.

A reply moves the conversation on and says in turns what is told; nothing in them may give the
answer away before two tries. The words are found by `wording`, from what a turn refers to.
"""

from collections.abc import Callable
from dataclasses import dataclass

from vel_tutor import content
from vel_tutor.core.errors import Conflict
from vel_tutor.domain.coaching import filling, picking, rules, telling
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.models.coaching import CoachingSession
from vel_tutor.vocabulary import CoachMove, CoachStage, CoachTurn


@dataclass(frozen=True)
class Said:
    """One turn of the tutor, before it has a number."""

    kind: CoachTurn
    card: Card | None = None
    place: int = 0
    answer: str = ""
    """What it is about, where it names a slip."""


def own(session: CoachingSession) -> Card:
    """The question on show."""
    return Card(session.family, session.seed)


def example(session: CoachingSession) -> Card:
    """The example beside it."""
    return Card(session.example_family, session.example_seed)


def asks_to_fill(session: CoachingSession) -> bool:
    """Whether the learner is asked for a step of the example."""
    shown = session.example_step
    return (
        session.stage is CoachStage.EXAMPLE
        and shown > 0
        and filling.asked_step(example(session)) == shown - 1
        and session.fill_tries < rules.FILL_TRIES
    )


def has_example(session: CoachingSession) -> bool:
    """Whether there is a question like the one on show to work out."""
    return picking.like(own(session)) is not None


def moves(session: CoachingSession) -> tuple[CoachMove, ...]:
    """What the learner can do besides answering."""
    return rules.moves(session.stage, fills=asks_to_fill(session), has_example=has_example(session))


def pose(session: CoachingSession, card: Card, stage: CoachStage = CoachStage.PROBLEM) -> Said:
    """Put a question on show; what was before it is left."""
    session.family, session.seed, session.stage = card.family, card.seed, stage
    session.tries = session.hints = session.stuck = session.fill_tries = 0
    session.example_family, session.example_seed, session.example_step = "", 0, 0
    session.posed += 1
    kind = CoachTurn.CHECK if stage is CoachStage.CHECK else CoachTurn.POSE
    return Said(kind, card)


def reply(session: CoachingSession, move: CoachMove, answer: str = "") -> tuple[Said, ...]:
    """What the tutor says to a move of the learner.

    Raises:
        Conflict: that cannot be said at this point.
    """
    if session.stage is CoachStage.EXAMPLE:
        table = _IN_EXAMPLE
    elif session.stage is CoachStage.SOLVED:
        table = _WHEN_SOLVED
    else:
        table = _ON_A_QUESTION
    if move not in table:
        raise Conflict("That is not possible right now. Choose one of the buttons.")
    return table[move](session, answer)


# On a question


def _answer(session: CoachingSession, answer: str) -> tuple[Said, ...]:
    card = own(session)
    went = content.check(card.item, answer)
    if not went.counted:
        return (Said(CoachTurn.UNREAD, card, answer=answer),)
    if went.right:
        session.solved += 1
        session.unaided += session.tries == 0 and session.hints == 0 and not session.stuck
        checked = session.stage is CoachStage.CHECK
        session.stage = CoachStage.SOLVED
        return (Said(CoachTurn.RIGHT, card, place=int(checked)),)
    session.tries += 1
    if went.misconception:
        session.misconception = went.misconception
    named = bool(went.misconception) and _may_say(session, went.feedback)
    said = Said(CoachTurn.SLIP if named else CoachTurn.MISS, card, answer=answer)
    return (said, *_after_a_miss(session, named=named))


def _after_a_miss(session: CoachingSession, *, named: bool) -> tuple[Said, ...]:
    if session.tries >= rules.TRIES_AND_TOLD:
        return (_solution(session),)
    return () if named else _hint(session) or ()


def _may_say(session: CoachingSession, text: str) -> bool:
    """Whether this may be said at this point: never the answer before two tries."""
    return rules.may_tell(session.tries) or not telling.tells(own(session).item, text)


def _hint(session: CoachingSession) -> tuple[Said, ...] | None:
    """The next hint that may be given; None if there is none left."""
    card = own(session)
    while session.hints < rules.HINTS:
        session.hints += 1
        if _may_say(session, card.item.hints[session.hints - 1]):
            return (Said(CoachTurn.HINT, card, session.hints - 1),)
    return None


def _stuck(session: CoachingSession, _: str) -> tuple[Said, ...]:
    hinted = _hint(session)
    if hinted:
        return hinted
    session.stuck += 1
    if not session.example_family and has_example(session):
        return _example(session, "")
    if session.stuck > 1 and not session.is_easier:
        return _easier(session, "")
    if rules.may_tell(session.tries):
        return (_solution(session),)
    return (Said(CoachTurn.TRY, own(session)),)


def _why(session: CoachingSession, _: str) -> tuple[Said, ...]:
    """The idea behind it; where that would tell the answer, a hint."""
    card = own(session)
    if _may_say(session, content.skill(card.item.skill).about):
        return (Said(CoachTurn.WHY, card),)
    return _hint(session) or (Said(CoachTurn.TRY, card),)


def _solution(session: CoachingSession) -> Said:
    session.stage = CoachStage.SOLVED
    return Said(CoachTurn.SOLUTION, own(session))


def _easier(session: CoachingSession, _: str) -> tuple[Said, ...]:
    skill = content.family(session.family).skill
    card = picking.easier(skill, session.id, session.posed)
    if card is None:
        return (Said(CoachTurn.NO_EASIER, own(session)), *(_hint(session) or ()))
    session.is_easier = True
    pose(session, card)
    return (Said(CoachTurn.EASIER, card),)


def _skip(session: CoachingSession, _: str) -> tuple[Said, ...]:
    return (pose(session, picking.another(session.id, own(session), session.posed)),)


# The example


def _example(session: CoachingSession, _: str) -> tuple[Said, ...]:
    card = picking.like(own(session), session.seed + session.turns + 1)
    if card is None:
        return Said(CoachTurn.NO_EXAMPLE, own(session)), *(_hint(session) or ())
    session.example_family, session.example_seed = card.family, card.seed
    session.example_step = session.fill_tries = 0
    session.stage = CoachStage.EXAMPLE
    return (Said(CoachTurn.EXAMPLE, card),)


def _next_step(session: CoachingSession, _: str) -> tuple[Said, ...]:
    if asks_to_fill(session):
        return (Said(CoachTurn.FILL, example(session), session.example_step - 1),)
    card = example(session)
    if session.example_step >= len(card.item.steps):
        session.stage = _stage_of_own(session)
        return (Said(CoachTurn.BACK, own(session)),)
    at = session.example_step
    session.example_step, session.fill_tries = at + 1, 0
    is_theirs = filling.asked_step(card) == at
    return (Said(CoachTurn.FILL if is_theirs else CoachTurn.STEP, card, at),)


def _stage_of_own(session: CoachingSession) -> CoachStage:
    """A question that follows a solved one is a check of it."""
    return CoachStage.CHECK if session.solved and not session.is_easier else CoachStage.PROBLEM


def _fill(session: CoachingSession, answer: str) -> tuple[Said, ...]:
    if not asks_to_fill(session):
        raise Conflict("Your own question comes back after the example.")
    card, at = example(session), session.example_step - 1
    right = filling.is_right(card, at, answer)
    if right:
        session.fill_tries = rules.FILL_TRIES
        return (Said(CoachTurn.FILLED, card, at),)
    session.fill_tries += right is False
    if session.fill_tries >= rules.FILL_TRIES:
        return _show_step(session, answer)
    return (Said(CoachTurn.UNFILLED, card, at),)


def _show_step(session: CoachingSession, _: str) -> tuple[Said, ...]:
    session.fill_tries = rules.FILL_TRIES
    return (Said(CoachTurn.STEP, example(session), session.example_step - 1),)


def _why_step(session: CoachingSession, _: str) -> tuple[Said, ...]:
    if _may_say(session, content.skill(content.family(session.family).skill).about):
        return (Said(CoachTurn.WHY, own(session)),)
    return (Said(CoachTurn.TRY, own(session)),)


# Once solved


def _why_right(session: CoachingSession, _: str) -> tuple[Said, ...]:
    return (Said(CoachTurn.WHY_RIGHT, own(session)),)


def _go_on(session: CoachingSession, _: str) -> tuple[Said, ...]:
    """After an easier one back to what was asked about; else one more of the same kind."""
    if session.is_easier:
        session.is_easier = False
        back = picking.first(session.id, session.skill, session.posed)
        return (pose(session, back or own(session), CoachStage.CHECK),)
    card = picking.another(session.id, own(session), session.posed)
    return (pose(session, card, CoachStage.CHECK),)


def _redirect(session: CoachingSession, _: str) -> tuple[Said, ...]:
    return (Said(CoachTurn.REDIRECT, own(session)),)


_Reply = Callable[[CoachingSession, str], tuple[Said, ...]]
_ON_A_QUESTION: dict[CoachMove, _Reply] = {
    CoachMove.ANSWER: _answer,
    CoachMove.STUCK: _stuck,
    CoachMove.WHY: _why,
    CoachMove.EXAMPLE: _example,
    CoachMove.EASIER: _easier,
    CoachMove.NEXT: _skip,
    CoachMove.SAY: _redirect,
}
_IN_EXAMPLE: dict[CoachMove, _Reply] = {
    CoachMove.ANSWER: _fill,
    CoachMove.NEXT: _next_step,
    CoachMove.STUCK: lambda session, answer: (
        _show_step(session, answer) if asks_to_fill(session) else _next_step(session, answer)
    ),
    CoachMove.WHY: _why_step,
    CoachMove.SAY: _redirect,
}
_WHEN_SOLVED: dict[CoachMove, _Reply] = {
    CoachMove.NEXT: _go_on,
    CoachMove.WHY: _why_right,
    CoachMove.SAY: _redirect,
}
