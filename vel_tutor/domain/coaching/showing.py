"""A conversation as a screen shows it, and what is said at its end."""

from dataclasses import replace

from vel_tutor import content, routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import practice
from vel_tutor.domain.coaching import book, guided, metering, wording
from vel_tutor.domain.coaching.views import ChatView, MoveView, SummaryView
from vel_tutor.models.coaching import CoachingSession
from vel_tutor.vocabulary import CoachStage


def chat(
    tx: Transaction, session: CoachingSession, *, left_s: int | None = None, may_say: bool = False
) -> ChatView:
    """The conversation where it stands.

    Args:
        left_s: seconds left, if the caller has just counted them.
    """
    left = metering.left(tx, session.user_id) if left_s is None else left_s
    reports = book.reported(tx, session)
    skill = content.skill(content.family(session.family).skill)
    card = guided.own(session)
    is_over = session.ended_at is not None
    return ChatView(
        id=str(session.id),
        number=session.turns,
        skill=skill.name,
        subject=skill.subject.value,
        question=replace(practice.asked(card.item, session.posed), skill=skill.name),
        is_open=session.stage in (CoachStage.PROBLEM, CoachStage.CHECK) and not is_over,
        fills=_gap(session),
        turns=tuple(book.shown(turn, reports) for turn in book.read(tx, session)),
        moves=() if is_over else tuple(_move(session)),
        may_say=may_say and not is_over,
        meter=metering.meter(session, left, tx.now),
        time_is_up=session.ran_out_at is not None,
        summary=summary(session) if is_over else SummaryView(),
    )


def _gap(session: CoachingSession) -> str:
    """The step the learner is asked for."""
    if not guided.asks_to_fill(session):
        return ""
    return wording.asked(guided.example(session).item, session.example_step - 1)


def _move(session: CoachingSession) -> list[MoveView]:
    return [MoveView(move.value, *wording.BUTTONS[move]) for move in guided.moves(session)]


def summary(session: CoachingSession) -> SummaryView:
    """What went well, and one next step."""
    skill = content.skill(session.skill)
    return SummaryView(
        shown=True,
        headline=_headline(session),
        lines=tuple(_lines(session, skill.name)),
        took=_took(session.seconds),
        skill=skill.name,
        path=routes.practice_choice(skill.subject, skill.grade, skill.id),
        out_of_time=session.ran_out_at is not None,
    )


def _headline(session: CoachingSession) -> str:
    if session.unaided:
        return "You can do this"
    if session.solved:
        return "You got there"
    return "A good start"


def _lines(session: CoachingSession, skill: str) -> list[str]:
    """True sentences about what happened."""
    lines: list[str] = []
    if session.solved:
        aided = f", {session.unaided} at the first try" if session.unaided else ""
        lines.append(f"You solved {session.solved} of {session.posed}{aided}.")
    else:
        lines.append(f"You looked closely at {skill}. Asking is how it begins.")
    if session.misconception and session.solved:
        lines.append("You met a slip many people make, and went on until it was right.")
    if session.unaided:
        lines.append(f"Next: a deck of {skill}, to keep it.")
    else:
        lines.append(f"Next: five questions on {skill}, at your own pace.")
    return lines


def _took(seconds: int) -> str:
    minutes = round(seconds / 60)
    if not minutes:
        return "less than a minute"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
