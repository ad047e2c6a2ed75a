"""Reads for the parents of a child; nobody else gets in."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, coaching, diagnostics, incentives, mastery, practice
from vel_tutor.domain.accounts import ChildView
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.mastery import SkillStanding
from vel_tutor.domain.practice import FinishedDeck
from vel_tutor.domain.progress.views import (
    DayMarkView,
    DeckLineView,
    GlanceView,
    LevelCountView,
    ProgressView,
    SkillLineView,
)
from vel_tutor.vocabulary import GRADES, DayKind, Mastery, Standing

DECKS_SHOWN = 6
SKILLS_SHOWN = 24
DAYS_SHOWN = 14
_SAID = {
    DayKind.PRACTISED: "practised",
    DayKind.SHIELD: "a shield kept the streak",
    DayKind.TRAVEL: "a travel day",
    DayKind.PAUSE: "a day off",
}
_KNOWN = frozenset({Mastery.PROFICIENT, Mastery.MASTERED})
_LEVELS = tuple(reversed(Mastery))
"""The highest first."""


def at_a_glance(actor: Actor) -> tuple[GlanceView, ...]:
    """Each of the actor's children in a few figures of the week that runs."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        return tuple(_glance(tx, actor, child) for child in accounts.children_of(tx, actor))


def of_child(actor: Actor, child_id: UUID) -> ProgressView:
    """How the learning of one of the actor's children goes.

    Raises:
        NotFound: not a child of theirs.
    """
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        if not accounts.acts_for(tx, actor, child_id):
            raise NotFound
        child = accounts.person(tx, child_id)
        skills = mastery.asked(tx, child_id)
        days = _days(tx, child_id)
        return ProgressView(
            id=str(child_id),
            name=child.first_name,
            week=proud_parent.running_week(tx, child, actor.time_zone),
            days=days,
            days_words=_practised(days),
            counts=_counts(skills),
            skills=tuple(_skill(one) for one in _best_first(skills)[:SKILLS_SHOWN]),
            decks=tuple(
                _deck(actor, one) for one in practice.finished_of(tx, child_id, DECKS_SHOWN)
            ),
            tests=diagnostics.past_of(tx, actor, child_id),
            tutor=coaching.for_parent(tx, child_id),
        )


def _glance(tx: Transaction, actor: Actor, child: ChildView) -> GlanceView:
    week = proud_parent.running_week(tx, accounts.person(tx, child.user_id), actor.time_zone)
    skills = mastery.asked(tx, child.user_id)
    return GlanceView(
        id=str(child.user_id),
        name=child.first_name,
        grade="" if child.grade is None else GRADES[child.grade],
        headline=week.headline,
        minutes=week.minutes,
        answers=week.answers,
        streak=week.streak,
        known=sum(one.level in _KNOWN for one in skills),
        tried=len(skills),
    )


def _days(tx: Transaction, child_id: UUID) -> tuple[DayMarkView, ...]:
    """The last days by the child's own calendar, the oldest first."""
    today = incentives.today_of(tx, child_id)
    shown = [today - timedelta(days=back) for back in reversed(range(DAYS_SHOWN))]
    book = incentives.days_since(tx, child_id, shown[0])
    return tuple(
        DayMarkView(
            letter=f"{day:%a}"[:2],
            kind=book[day].value if day in book else "",
            words=f"{day:%A}: {_SAID[book[day]] if day in book else 'no practice'}",
        )
        for day in shown
    )


def _practised(days: tuple[DayMarkView, ...]) -> str:
    count = sum(day.kind == DayKind.PRACTISED for day in days)
    return f"Practised on {count} of the last {DAYS_SHOWN} days"


def _best_first(skills: tuple[SkillStanding, ...]) -> list[SkillStanding]:
    return sorted(skills, key=lambda one: (-mastery.height(one.level), _name(one)))


def _counts(skills: tuple[SkillStanding, ...]) -> tuple[LevelCountView, ...]:
    at = {level: sum(one.level is level for one in skills) for level in _LEVELS}
    return tuple(
        LevelCountView(mastery=level.value, words=_words(level), count=count)
        for level, count in at.items()
        if count
    )


def _skill(one: SkillStanding) -> SkillLineView:
    skill = content.skill(one.skill)
    due = ", about to be forgotten" if one.due else ""
    return SkillLineView(
        name=skill.name,
        subject=skill.subject.value,
        mastery=one.level.value,
        words=f"{_words(one.level)}{due}",
    )


def _words(level: Mastery) -> str:
    """The level of a skill that has answers: with too few of them it has none."""
    return "Too early to say" if level is Mastery.UNKNOWN else mastery.level_words(level)


def _name(one: SkillStanding) -> str:
    return content.skill(one.skill).name


def _deck(actor: Actor, deck: FinishedDeck) -> DeckLineView:
    return DeckLineView(
        title=deck.title,
        subject=deck.subject,
        words=f"{deck.correct} of {deck.size} right",
        on=deck.at.astimezone(ZoneInfo(actor.time_zone)).strftime("%-d %B"),
    )
