"""Which loop to offer after something has happened, or none.

How well a loop fits the moment is a rule; how often it is taken up is learned and given, drawn at
random from what is known so that a loop nobody has tried gets its chance. Who may be offered what
is decided before: a barred loop is never chosen, only explained.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen

from vel_tutor.agents.facts import Count, Facts, Share
from vel_tutor.vocabulary import Bar, LoopKind, Role, Trigger

WITHIN_MS = 150
LEAST_FIT = 0.3
"""Below this no loop is offered: silence is better than a prompt that does not fit."""
TIRING = 0.2
"""How much better the next prompt of a day has to fit, for each one already seen."""
LOW_SCORE, GOOD_SCORE = 50, 80
"""Nobody is asked to boast of less than the first; from the second on a score speaks for itself."""
FEWEST_PEERS = 10
HURRY_HOURS = 6.0

_CHALLENGE, _RALLY = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY
_STUDENT: Mapping[Trigger, Mapping[LoopKind, float]] = {
    Trigger.DIAGNOSTIC_COMPLETED: {_RALLY: 0.9, _CHALLENGE: 0.8},
    Trigger.PRACTICE_COMPLETED: {_CHALLENGE: 1.0, _RALLY: 0.7},
    Trigger.DECK_COMPLETED: {_CHALLENGE: 0.7, _RALLY: 0.5},
    Trigger.BADGE_EARNED: {LoopKind.ACHIEVEMENT: 0.9, _RALLY: 0.8, _CHALLENGE: 0.7},
    Trigger.STREAK_AT_RISK: {LoopKind.STREAK_RESCUE: 1.0},
    Trigger.SESSION_ENDED: {_RALLY: 0.5, _CHALLENGE: 0.4},
}
_PARENT: Mapping[Trigger, Mapping[LoopKind, float]] = {
    Trigger.DIAGNOSTIC_COMPLETED: {LoopKind.PROUD_PARENT: 0.9},
    Trigger.BADGE_EARNED: {LoopKind.PROUD_PARENT: 0.8},
    Trigger.SESSION_ENDED: {LoopKind.PROUD_PARENT: 0.6},
}
_BARRED: Mapping[Bar, str] = {
    Bar.CONSENT: "a parent has not allowed it",
    Bar.AGE: "not for this age",
    Bar.TRUST: "trust and safety says no",
    Bar.QUIET_HOURS: "quiet hours",
    Bar.OPTED_OUT: "they asked never to see it",
    Bar.CAP: "no invitation is left today",
    Bar.SESSION: "this visit has had its prompt",
    Bar.DAY: "this day has had its prompts",
    Bar.COOLDOWN: "shown not long ago",
    Bar.DISMISSED: "put away before",
    Bar.EXPERIMENT: "their group sees no prompts",
    Bar.NOTHING: "nothing to invite to",
}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One loop that might be offered."""

    loop: LoopKind
    success: Share
    """How likely it is taken up, 0..1: one draw from what is known of this person and loop."""
    bar: Bar | None = None


@dataclass(frozen=True, kw_only=True)
class Question:
    """What has happened, and what might be offered."""

    trigger: Trigger
    role: Role
    facts: Facts
    candidates: Annotated[tuple[Candidate, ...], MaxLen(20)]
    seen_today: Count = 0
    """Prompts this person has seen in their day."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One loop, or none."""

    loop: LoopKind | None
    score: float
    """Fit times likely success, 0..1; 0 without a loop."""
    reason: str

    @property
    def word(self) -> str:
        """The answer in a word, for the log."""
        return self.loop or "none"


def advise(question: Question) -> Answer:
    """The loop that promises most of those that fit the moment and are not barred."""
    least = LEAST_FIT + TIRING * question.seen_today
    fits = {one.loop: fit(question, one.loop) for one in question.candidates}
    open_ = [one for one in question.candidates if not one.bar and fits[one.loop] >= least]
    best = max(open_, key=lambda one: (fits[one.loop] * one.success, one.loop), default=None)
    if best is None:
        return Answer(loop=None, score=0.0, reason=_why_none(question, fits, least))
    fit_of_best = fits[best.loop]
    return Answer(
        loop=best.loop,
        score=round(fit_of_best * best.success, 4),
        reason=(
            f"{_name(best.loop)} fits {_moment(question.trigger)} with {fit_of_best:.2f}, and is "
            f"taken up with a chance of {best.success:.2f}; {_others(question, best)}"
        ),
    )


def fit(question: Question, loop: LoopKind) -> float:
    """How well `loop` suits the moment and the facts, 0..1."""
    table = _PARENT if question.role is Role.PARENT else _STUDENT
    base = table.get(question.trigger, {}).get(loop, 0.0)
    return round(base * _suits(loop, question.facts), 4)


def _suits(loop: LoopKind, facts: Facts) -> float:
    match loop:
        case LoopKind.BUDDY_CHALLENGE if facts.percent >= 0:
            reach = (facts.percent - LOW_SCORE) / (GOOD_SCORE - LOW_SCORE)
            return 0.0 if reach < 0 else min(1.0, 0.5 + reach / 2)
        case LoopKind.RESULTS_RALLY:
            return 1.0 if facts.peers >= FEWEST_PEERS and facts.rank > 0 else 0.0
        case LoopKind.STREAK_RESCUE:
            if facts.streak_days < 1 or facts.hours_left <= 0:
                return 0.0
            return 1.0 if facts.hours_left <= HURRY_HOURS else 0.7
        case LoopKind.ACHIEVEMENT:
            return 1.0 if facts.title else 0.0
        case _:
            return 1.0


def _why_none(question: Question, fits: Mapping[LoopKind, float], least: float) -> str:
    told = [
        f"{_name(one.loop)}: {_BARRED[one.bar]}"
        if one.bar
        else f"{_name(one.loop)} fits {_moment(question.trigger)} with only {fits[one.loop]:.2f} "
        f"of {least:.2f}"
        for one in question.candidates
    ]
    return "; ".join(told) or "there was nothing to choose from"


def _others(question: Question, best: Candidate) -> str:
    rest = [one for one in question.candidates if one is not best]
    barred = sum(one.bar is not None for one in rest)
    return f"{len(rest)} others, {barred} of them barred"


def _name(loop: LoopKind) -> str:
    return loop.replace("_", " ").capitalize()


def _moment(trigger: Trigger) -> str:
    return {
        Trigger.DIAGNOSTIC_COMPLETED: "a finished test",
        Trigger.PRACTICE_COMPLETED: "a finished practice deck",
        Trigger.DECK_COMPLETED: "a finished deck of cards",
        Trigger.BADGE_EARNED: "a new badge",
        Trigger.STREAK_AT_RISK: "a streak at risk",
        Trigger.SESSION_ENDED: "the end of a visit",
    }[trigger]
