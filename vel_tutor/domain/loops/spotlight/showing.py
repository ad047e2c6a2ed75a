"""How a badge that is shown around looks to somebody who came by its link."""

from dataclasses import replace

from vel_tutor import content, routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.loops import settling
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.spotlight import rules
from vel_tutor.domain.loops.spotlight.inviting import Invitation
from vel_tutor.domain.loops.spotlight.rules import Choice
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.domain.loops.views import GradeView
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.spotlight import SpotlightTry
from vel_tutor.vocabulary import GRADES, GameStage

_USUAL_GRADE = 5
"""What is proposed where nobody's grade is known."""


def closed(words: str) -> TryView:
    """The one neutral page: there is nothing to play here."""
    return TryView(stage=GameStage.CLOSED.value, words=words)


def own(found: Invitation) -> TryView:
    """The sender opened their own link."""
    return TryView(stage=GameStage.OWN.value, title=found.badge.title)


def _at(found: Invitation, friend: Friend, stage: GameStage) -> TryView:
    badge = found.badge
    return TryView(
        stage=stage.value,
        sender=accounts.pseudonym(found.invite.sender_id),
        badge=badge.key,
        title=badge.title,
        family=badge.family.value,
        picture=badge.picture,
        task=badge.task(1),
        size=rules.TRY_SIZE,
        is_guest=friend.student is None,
    )


def invited(found: Invitation, friend: Friend, stage: GameStage) -> TryView:
    """Before the first question: somebody whose grade is known plays at that, others choose."""
    view = _at(found, friend, stage)
    if friend.student and friend.student.grade is not None:
        return view
    grades = sorted({one.grade for one in choices(found)})
    return replace(
        view,
        grades=tuple(GradeView(str(one), GRADES[one]) for one in grades),
        grade=choice(found, friend, None).grade,
    )


def choices(found: Invitation) -> tuple[Choice, ...]:
    """What friends may be asked: skills of the badge's strand, or its subject at each grade."""
    badge = found.badge
    if not badge.strand:
        return tuple(Choice("", grade) for grade in practice.grades_of(found.invite.subject))
    open_to = {view.id for view in practice.menu()}
    return tuple(
        Choice(skill.id, skill.grade)
        for skill in content.skills()
        if skill.subject is badge.subject and skill.strand == badge.strand and skill.id in open_to
    )


def choice(found: Invitation, friend: Friend, wished: int | None) -> Choice:
    """What this friend is asked: near their own grade, or the one they chose."""
    known = friend.student.grade if friend.student else None
    wanted = next((one for one in (known, wished) if one is not None), _USUAL_GRADE)
    return rules.nearest(choices(found), wanted)


def playing(found: Invitation, friend: Friend, deck: PlayView, feedback: str = "") -> TryView:
    """On a question or its verdict."""
    return replace(
        _at(found, friend, GameStage.PLAYING),
        play=deck,
        feedback="" if deck.verdict.shown else feedback,
    )


def done(
    tx: Transaction, friend: Friend, found: Invitation, row: SpotlightTry, deck: PlayView
) -> TryView:
    """How far that brought them."""
    step = rules.first_step(found.badge, deck.correct, deck.size)
    view = replace(
        _at(found, friend, GameStage.DONE),
        play=deck,
        correct=deck.correct,
        percent=step.percent,
        progress=step.words,
        reward=settling.paid_words(tx, friend.student.user_id) if friend.student else "",
        cheer=row.saw_end_at is None,
        results=routes.practice_results(row.session_id) if friend.student else "",
    )
    row.saw_end_at = row.saw_end_at or tx.now
    tx.session.add(row)
    return view
