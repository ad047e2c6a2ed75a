"""Which reward an invitation may promise, and the sentence that tells of it.

Students get XP and shields, parents a class pass for each new family, tutors XP only. A child is
never paid for sending, only for finishing something together. What is held or at its cap is not
promised; the ledger alone pays, once for each cause.
"""

from dataclasses import dataclass

from vel_tutor.agents.facts import Count
from vel_tutor.vocabulary import AgeBand, LoopKind, RewardKind, Role

WITHIN_MS = 100
DISCLOSURE = "I get a reward if you join."
BOTH = "We both get a reward if you join."
XP_A_RALLY = 50
XP_OF_TUTOR = 50
PASSES_A_QUARTER = 3
PASS_WAITS_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class Question:
    """One invitation somebody might send, and what they have had already."""

    loop: LoopKind
    role: Role
    age_band: AgeBand
    is_held: bool = False
    """Their rewards wait for somebody to look."""
    shields: Count = 0
    most_shields: Count = 2
    passes_this_quarter: Count = 0
    """Class passes granted or waiting."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What may be promised to the sender, and how the invitation must tell of it."""

    reward: RewardKind | None
    amount: int = 0
    waits_days: int = 0
    """After the friend's first value, before it is granted."""
    for_both: bool = False
    """Whether the friend is rewarded as well."""
    disclosure: str = ""
    """For the invitation's first 120 characters; empty where nobody is paid for sending it."""
    reason: str

    @property
    def word(self) -> str:
        """The answer in a word, for the log."""
        return f"{self.reward}:{self.amount}" if self.reward else "none"


def advise(question: Question) -> Answer:
    """The reward that the loop and the person allow, or none."""
    if question.is_held:
        return _nothing("Their rewards are held until somebody has looked.")
    if question.role is Role.PARENT:
        return _of_parent(question)
    if question.role is Role.TUTOR:
        return Answer(
            reward=RewardKind.XP,
            amount=XP_OF_TUTOR,
            disclosure=DISCLOSURE,
            reason="Tutors earn XP and rank, never money or passes.",
        )
    if question.role is not Role.STUDENT:
        return _nothing("Staff are not rewarded.")
    return _of_student(question)


def _of_parent(question: Question) -> Answer:
    if question.loop is not LoopKind.PROUD_PARENT:
        return _nothing("Parents are rewarded for bringing families, not for games.")
    if question.passes_this_quarter >= PASSES_A_QUARTER:
        return _nothing(f"{PASSES_A_QUARTER} class passes are the most a quarter has.")
    return Answer(
        reward=RewardKind.CLASS_PASS,
        amount=1,
        waits_days=PASS_WAITS_DAYS,
        disclosure=DISCLOSURE,
        reason=(
            f"One class pass for a new family; number {question.passes_this_quarter + 1} of "
            f"{PASSES_A_QUARTER} this quarter, {PASS_WAITS_DAYS} days after their first value."
        ),
    )


def _of_student(question: Question) -> Answer:
    is_child = question.age_band is AgeBand.CHILD
    match question.loop:
        case LoopKind.STREAK_RESCUE:
            return _shield(question, "" if is_child else BOTH)
        case LoopKind.BUDDY_CHALLENGE | LoopKind.RESULTS_RALLY | LoopKind.ACHIEVEMENT if is_child:
            return _nothing("A child is not paid for sending.")
        case LoopKind.BUDDY_CHALLENGE:
            return _shield(question, DISCLOSURE)
        case LoopKind.RESULTS_RALLY | LoopKind.ACHIEVEMENT:
            return Answer(
                reward=RewardKind.XP,
                amount=XP_A_RALLY,
                disclosure=DISCLOSURE,
                reason=f"{XP_A_RALLY} XP once the friend has played and joined.",
            )
        case _:
            return _nothing("This loop is for parents.")


def _shield(question: Question, disclosure: str) -> Answer:
    full = question.shields >= question.most_shields
    holds = " They hold the most there are, so this one will be kept as honoured." if full else ""
    return Answer(
        reward=RewardKind.SHIELD,
        amount=1,
        for_both=True,
        disclosure=disclosure,
        reason=f"A streak shield for both sides.{holds}",
    )


def _nothing(why: str) -> Answer:
    return Answer(reward=None, reason=why)
