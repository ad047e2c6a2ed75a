"""The true week of a child: what the answers of seven days come to, and nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import diagnostics, flashcards, incentives, mastery, practice
from vel_tutor.domain.accounts import PersonView
from vel_tutor.domain.loops.proud_parent import rules
from vel_tutor.domain.loops.proud_parent.views import StepView, WeekView
from vel_tutor.domain.practice import Effort


@dataclass(frozen=True)
class Week:
    """The facts of one week; of the one that runs, so far."""

    monday: date
    steps: tuple[StepView, ...]
    """Skills that rose to a level worth telling, the highest first."""
    effort: Effort
    before: Effort
    """The same of the week before."""
    streak: int
    """Days in a row, as of now."""

    @property
    def minutes(self) -> int:
        return rules.minutes(self.effort.spent_ms)

    @property
    def improved(self) -> int:
        return len(self.steps)

    @property
    def is_empty(self) -> bool:
        return not self.effort.answers


def of(tx: Transaction, child_id: UUID, child_zone: str, monday: date, time_zone: str) -> Week:
    """The week that began on `monday` in `time_zone`, the parent's; the streak is the child's."""
    since, until = rules.bounds(monday, time_zone)
    earlier, _ = rules.bounds(rules.week_before(monday), time_zone)
    moves = [
        move
        for move in mastery.moved(tx, child_id, since, until)
        if move.is_up and move.after in rules.REAL_LEVELS
    ]
    moves.sort(key=lambda move: (-mastery.height(move.after), content.skill(move.skill).name))
    return Week(
        monday=monday,
        steps=tuple(_step(move) for move in moves),
        effort=sum((about.effort(tx, child_id, since, until) for about in _WORK), Effort()),
        before=sum((about.effort(tx, child_id, earlier, since) for about in _WORK), Effort()),
        streak=incentives.purse_of(tx, child_id).streak,
    )


def running(tx: Transaction, child: PersonView, time_zone: str) -> WeekView:
    """The week that runs, as a parent in `time_zone` reads it."""
    week = of(tx, child.user_id, child.time_zone, rules.this_week(tx.now, time_zone), time_zone)
    return view(week, child.first_name, rules.local_date(tx.now, time_zone))


_WORK = (practice, diagnostics, flashcards)


def _step(move: mastery.SkillMove) -> StepView:
    skill = content.skill(move.skill)
    return StepView(
        name=skill.name,
        subject=skill.subject.value,
        before=mastery.level_words(move.before),
        after=mastery.level_words(move.after),
    )


def view(week: Week, who: str, today: date) -> WeekView:
    """The week as the parent reads it."""
    when = rules.period_words(week.monday, today)
    sunday = date.fromordinal(week.monday.toordinal() + 6)
    minutes_before = rules.minutes(week.before.spent_ms)
    return WeekView(
        when=when,
        days=f"{week.monday:%-d %B} to {sunday:%-d %B}",
        headline=rules.headline(who, week.improved, week.minutes, week.effort.answers, when),
        is_empty=week.is_empty,
        improved=week.improved,
        steps=week.steps,
        minutes=week.minutes,
        minutes_change=rules.change_words(week.minutes, minutes_before, "minute"),
        answers=week.effort.answers,
        answers_change=rules.change_words(week.effort.answers, week.before.answers, "question"),
        streak=week.streak,
    )
