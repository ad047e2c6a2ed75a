"""What has happened, to whom, and which loops could be opened now, each with what is true of it.

A moment opens a loop only where its page has something to share and the facts speak for it, so that
even the choice made without advice is an honest one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import UUID, uuid5

from sqlmodel import select

from vel_tutor.agents.facts import Facts
from vel_tutor.content.badges import BADGES
from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import accounts, diagnostics, practice
from vel_tutor.domain.diagnostics import DiagnosticCompleted
from vel_tutor.domain.flashcards import FlashcardDeckCompleted
from vel_tutor.domain.incentives.events import BadgeEarned, StreakAtRisk
from vel_tutor.domain.loops import rally
from vel_tutor.domain.loops.prompts import rules
from vel_tutor.domain.loops.proud_parent import rules as parent_rules
from vel_tutor.domain.loops.proud_parent import week
from vel_tutor.domain.practice import LearningSessionEnded, PracticeCompleted
from vel_tutor.domain.practice.views import ScoreView
from vel_tutor.models.loops import Challenge
from vel_tutor.vocabulary import ConsentScope, LoopKind, PromptPlace, Subject, Trigger


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One loop that could be opened now, where it leads, and what may be said."""

    loop: LoopKind
    place: PromptPlace
    target: str = ""
    skill: str = ""
    facts: Facts
    ends_at: datetime | None = None
    """When there is nothing left to do, if that is sooner than prompts of the loop end."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Something has happened to somebody."""

    user_id: UUID
    trigger: Trigger
    source_id: UUID
    openings: tuple[Opening, ...] = ()
    visit_began: datetime | None = None

    @property
    def facts(self) -> Facts:
        """Everything that is true of the moment, over all openings."""
        known = Facts()
        for opening in self.openings:
            said = {
                field.name: getattr(opening.facts, field.name)
                for field in fields(Facts)
                if getattr(opening.facts, field.name) != field.default
            }
            known = replace(known, **said)
        return known


def of(tx: Transaction, event: Event) -> Iterator[Moment]:
    """The moments that `event` is: for the learner, and for parents where they may be proud."""
    match event:
        case PracticeCompleted(player_user_id=UUID() as learner, source_id=None):
            yield _practised(tx, learner, event)
        case DiagnosticCompleted():
            yield _tested(tx, event)
            yield from _of_parents(
                tx, event.student_id, Trigger.DIAGNOSTIC_COMPLETED, event.test_id
            )
        case FlashcardDeckCompleted():
            yield _mastered(tx, event)
        case StreakAtRisk():
            yield _at_risk(tx, event)
        case BadgeEarned() if event.badge in BADGES:
            yield _earned(tx, event)
            yield from _of_parents(tx, event.user_id, Trigger.BADGE_EARNED, event.badge_row_id)
        case LearningSessionEnded() if _visit(tx, event.user_id) is None:
            yield _left(tx, event)  # whoever is back already is asked by what they do now
            yield from _of_parents(tx, event.user_id, Trigger.SESSION_ENDED, event.visit_id)
        case _:
            return


def _practised(tx: Transaction, learner: UUID, event: PracticeCompleted) -> Moment:
    score = practice.score_of(tx, event.session_id)
    return Moment(
        user_id=learner,
        trigger=Trigger.PRACTICE_COMPLETED,
        source_id=event.session_id,
        openings=(*_challenge(tx, score), *_rally(tx, learner, event.subject)),
        visit_began=_visit(tx, learner),
    )


def _tested(tx: Transaction, event: DiagnosticCompleted) -> Moment:
    return Moment(
        user_id=event.student_id,
        trigger=Trigger.DIAGNOSTIC_COMPLETED,
        source_id=event.test_id,
        openings=(
            *_with_test(tx, event),
            *_rally(tx, event.student_id, event.subject),
        ),
        visit_began=_visit(tx, event.student_id),
    )


def _mastered(tx: Transaction, event: FlashcardDeckCompleted) -> Moment:
    since = tx.now - rules.DECK_SCORE_KEPT
    score = practice.best_since(tx, event.user_id, since, event.subject)
    return Moment(
        user_id=event.user_id,
        trigger=Trigger.DECK_COMPLETED,
        source_id=event.deck_id,
        openings=(*_challenge(tx, score), *_rally(tx, event.user_id, event.subject)),
        visit_began=_visit(tx, event.user_id),
    )


def _at_risk(tx: Transaction, event: StreakAtRisk) -> Moment:
    """One moment for each day of a streak, however often it is reminded of."""
    hours = (event.ends_at - tx.now).total_seconds() / 3600
    opening = Opening(
        loop=LoopKind.STREAK_RESCUE,
        place=PromptPlace.RESCUE,
        facts=Facts(streak_days=event.length, hours_left=hours),
        ends_at=event.ends_at,
    )
    return Moment(
        user_id=event.user_id,
        trigger=Trigger.STREAK_AT_RISK,
        source_id=uuid5(event.user_id, event.local_date.isoformat()),
        openings=(opening,) if _may_have_company(tx, event.user_id) and hours > 0 else (),
    )


def _earned(tx: Transaction, event: BadgeEarned) -> Moment:
    badge = BADGES[event.badge]
    opening = Opening(
        loop=LoopKind.ACHIEVEMENT,
        place=PromptPlace.BADGES,
        target=str(event.badge_row_id),
        facts=Facts(subject=badge.subject, title=badge.titled(event.level)),
    )
    return Moment(
        user_id=event.user_id,
        trigger=Trigger.BADGE_EARNED,
        source_id=event.badge_row_id,
        openings=(opening,),
        visit_began=_visit(tx, event.user_id),
    )


def _may_have_company(tx: Transaction, learner: UUID) -> bool:
    """A rescue is for two: whoever may not practise with others is not asked for one."""
    return accounts.allows(tx, learner, ConsentScope.FRIENDS)


def _left(tx: Transaction, event: LearningSessionEnded) -> Moment:
    score = practice.best_since(tx, event.user_id, event.started_at)
    return Moment(
        user_id=event.user_id,
        trigger=Trigger.SESSION_ENDED,
        source_id=event.visit_id,
        openings=(
            *_challenge(tx, score),
            *(_rally(tx, event.user_id, score.subject) if score else ()),
        ),
        visit_began=event.started_at,
    )


def _of_parents(
    tx: Transaction, child_id: UUID, trigger: Trigger, source_id: UUID
) -> Iterator[Moment]:
    """The same moment for the parents of a child who has had a week worth showing."""
    child = accounts.person(tx, child_id)
    for parent_id in accounts.parents_of(tx, child_id):
        parent = accounts.person(tx, parent_id)
        monday = parent_rules.this_week(tx.now, parent.time_zone)
        so_far = week.of(tx, child_id, child.time_zone, monday, parent.time_zone)
        opening = Opening(
            loop=LoopKind.PROUD_PARENT,
            place=PromptPlace.PROUD,
            target=str(child_id),
            facts=Facts(skills_improved=so_far.improved),
        )
        openings = (opening,) if so_far.improved else ()
        yield Moment(user_id=parent_id, trigger=trigger, source_id=source_id, openings=openings)


def _visit(tx: Transaction, user_id: UUID) -> datetime | None:
    visit = practice.visit_of(tx, user_id)
    return visit.started_at if visit else None


def _challenge(tx: Transaction, score: ScoreView | None) -> tuple[Opening, ...]:
    """A finished deck as a score to beat, unless it is one already."""
    if score is None or score.percent < rules.SHOWABLE_PERCENT:
        return ()
    sent = select(Challenge.id).where(Challenge.session_id == score.session_id)
    if tx.session.exec(sent).first():
        return ()
    return (
        Opening(
            loop=LoopKind.BUDDY_CHALLENGE,
            place=PromptPlace.PRACTICE_RESULTS,
            target=str(score.session_id),
            facts=Facts(subject=score.subject, title=score.title, percent=score.percent),
        ),
    )


def _rally(tx: Transaction, learner: UUID, subject: Subject) -> tuple[Opening, ...]:
    """The board of the week, where the learner has a place among enough others."""
    at = rally.place_of(tx, learner, subject)
    if at is None:
        return ()
    return (
        Opening(
            loop=LoopKind.RESULTS_RALLY,
            place=PromptPlace.RALLY,
            target=subject.value,
            facts=Facts(subject=subject, rank=at.rank, peers=at.players),
        ),
    )


def _with_test(tx: Transaction, event: DiagnosticCompleted) -> tuple[Opening, ...]:
    """The result as a score to beat where it may be shown; else company for what comes next."""
    if event.is_low_effort:
        return ()
    gist = diagnostics.gist(tx, event.test_id)
    if event.may_share and event.domain_percent >= rules.SHOWABLE_PERCENT:
        place, skill = PromptPlace.TEST_RESULTS, ""
        facts = Facts(subject=event.subject, title=gist.title, percent=event.domain_percent)
    elif gist.next_skill:
        place, skill = PromptPlace.TEST_STEPS, gist.next_skill
        facts = Facts(next_skill=gist.next_name)
    else:
        return ()
    target = str(event.test_id)
    loop = LoopKind.BUDDY_CHALLENGE
    return (Opening(loop=loop, place=place, target=target, skill=skill, facts=facts),)
