"""Whether a deed may go on, may go on while its reward waits, or not.

Consent and rate limits refuse; signs of fraud only hold what is earned, for a look by a person:
learning is never blocked on a suspicion. Each sign is a rule with an id, points and words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen

from vel_tutor.agents.facts import Count, Hours, Share
from vel_tutor.vocabulary import AgeBand, Hold, Undertaking, Verdict

WITHIN_MS = 200
HOLD_POINTS, REVIEW_POINTS = 34, 67
MOST_ATTEMPTS_A_DAY = 20
MOST_CREDITED_A_DAY = 5
MOST_CREDITED_OF_TUTOR = 40
UPHELD_COMPLAINTS = 2
YOUNG_HOURS, MOST_OF_YOUNG = 1.0, 5
HOLLOW_INVITEES, HOLLOW_SHARE = 10, 0.1
_POINTS = {
    Hold.SAME_DEVICE: 60,
    Hold.DEVICE_CROWDED: 40,
    Hold.REFERRAL_LOOP: 100,
    Hold.SAME_FAMILY: 34,
    Hold.TOO_FAST: 40,
    Hold.ADDRESS_BURST: 34,
    Hold.UNPROVEN: 34,
}
_RULES = {
    Hold.SAME_DEVICE: ("F2", "the referrer's own device"),
    Hold.DEVICE_CROWDED: ("F3", "many sign-ups from one device"),
    Hold.REFERRAL_LOOP: ("F7", "a circle of referrals"),
    Hold.SAME_FAMILY: ("F2", "one family"),
    Hold.TOO_FAST: ("F12", "answers faster than the questions can be read"),
    Hold.ADDRESS_BURST: ("F6", "many first values from one address"),
    Hold.UNPROVEN: ("A5", "only likely to have come by this invitation"),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody is about to do, and what speaks for and against it."""

    undertaking: Undertaking
    age_band: AgeBand
    allowed: bool = True
    """Whether consent and the family's switches allow it."""
    quiet_hours: bool = False
    with_stranger_adult: bool = False
    """Of a minor: whether the other one is an adult who is not a linked parent."""
    invites_left: Count = 10
    """Of the day's cap, refused tries not counted."""
    attempts_today: Count = 0
    """Tries to invite within 24 hours, with those that were refused."""
    holds: Annotated[tuple[Hold, ...], MaxLen(20)] = ()
    """What already speaks against this referral, or those of this person."""
    upheld_complaints: Count = 0
    """Within 90 days."""
    credited_today: Count = 0
    """Friends credited to this person within 24 hours."""
    is_tutor: bool = False
    age_hours: Hours = 10_000.0
    """Since the account was opened."""
    sent_ever: Count = 0
    matured_invitees: Count = 0
    """Of those who joined by this person, the ones old enough to judge."""
    active_share: Share = 1.0
    """Of these, how many came back the next day, 0..1."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The verdict, with the rules that made it."""

    verdict: Verdict
    score: int = 0
    """Points of the signs of fraud, 0..100."""
    rules: tuple[str, ...] = ()
    needs_review: bool = False
    reason: str

    @property
    def word(self) -> str:
        """The answer in a word, for the log."""
        return f"{self.verdict}:{self.score}" if self.score else self.verdict


@dataclass(frozen=True)
class Sign:
    """One rule that speaks against a deed."""

    rule: str
    points: int
    words: str


def advise(question: Question) -> Answer:
    """Refuse what consent or a limit forbids, hold what looks wrong, allow the rest."""
    refusals = tuple(_refusals(question))
    if refusals:
        return Answer(
            verdict=Verdict.REFUSE,
            rules=tuple(one.rule for one in refusals),
            reason=_told(refusals),
        )
    signs = tuple(_signs(question))
    score = min(100, sum(one.points for one in signs))
    return Answer(
        verdict=Verdict.HOLD if score >= HOLD_POINTS else Verdict.ALLOW,
        score=score,
        rules=tuple(one.rule for one in signs),
        needs_review=score >= REVIEW_POINTS,
        reason=_told(signs) or "Nothing speaks against it.",
    )


def _told(signs: tuple[Sign, ...]) -> str:
    return "; ".join(f"{one.rule}: {one.words}" for one in signs)


def _refusals(question: Question) -> Iterator[Sign]:
    is_minor = question.age_band is not AgeBand.ADULT
    asks = question.undertaking
    if not question.allowed:
        yield Sign("C16", 0, "switched off by the family, or never allowed")
    if asks is Undertaking.PROMPT and is_minor and question.quiet_hours:
        yield Sign("C37", 0, "quiet hours of a minor")
    if asks is Undertaking.CO_PRACTICE and is_minor and question.with_stranger_adult:
        yield Sign("C36", 0, "an adult who is not a linked parent")
    if asks in (Undertaking.INVITE, Undertaking.PROMPT) and question.invites_left <= 0:
        yield Sign("F4", 0, "the day's invitations are spent")


def _signs(question: Question) -> Iterator[Sign]:
    for hold in question.holds:
        rule, words = _RULES[hold]
        yield Sign(rule, _POINTS[hold], words)
    if question.attempts_today > MOST_ATTEMPTS_A_DAY:
        yield Sign("F5", 34, f"{question.attempts_today} tries to invite in a day")
    if question.age_hours < YOUNG_HOURS and question.sent_ever > MOST_OF_YOUNG:
        yield Sign("F13", 20, "a new account that only invites")
    if question.matured_invitees >= HOLLOW_INVITEES and question.active_share < HOLLOW_SHARE:
        yield Sign("F14", 34, "those who joined do not come back")
    most = MOST_CREDITED_OF_TUTOR if question.is_tutor else MOST_CREDITED_A_DAY
    if question.credited_today > most:
        yield Sign("F15", 34, f"{question.credited_today} friends credited in a day")
    if question.upheld_complaints >= UPHELD_COMPLAINTS:
        yield Sign("complaints", 20, f"{question.upheld_complaints} complaints upheld")
