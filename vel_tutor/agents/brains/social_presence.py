"""What may be said about who else is here: true numbers, vague where few, friends by consent."""

from dataclasses import dataclass

from vel_tutor.agents.facts import Count, Words
from vel_tutor.vocabulary import Subject

WITHIN_MS = 50
FEWEST_COUNTED = 5
"""Fewer than this are "a few": a small number would point at persons."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """Who is around, as counted just now, without the one who asks."""

    here: Count
    """Others in the same place: a room, a subject, a rally, or the whole app."""
    subject: Subject | None = None
    """Empty for the whole app."""
    may_see: bool = False
    """Whether presence is on for the one who asks."""
    friends_here: Count = 0
    """Of those, mutual friends with presence on at both ends."""
    friend: Words = ""
    """What one of them may be called here: a pseudonym, or a first name under its own consent."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What may be said; nothing when `words` is empty."""

    words: str
    count: int = 0
    """The number that may be shown; 0 where there is only "a few", or nobody."""
    names_friend: bool = False
    reason: str

    @property
    def word(self) -> str:
        """The answer in a word, for the log."""
        if self.names_friend:
            return "friend"
        return str(self.count) if self.count else "a_few" if self.words else "nothing"


def advise(question: Question) -> Answer:
    """The warmest thing that is true and gives nobody away."""
    if not question.may_see:
        return Answer(words="", reason="Presence is switched off for them.")
    doing = f"practising {question.subject}" if question.subject else "practising"
    if question.friends_here > 0:
        return _friends(question, doing)
    if question.here <= 0:
        return Answer(words="", reason="Nobody else is here, and we invent nobody.")
    if question.here < FEWEST_COUNTED:
        return Answer(
            words=f"A few others are {doing} now",
            reason=f"{question.here} others: fewer than {FEWEST_COUNTED} are not counted aloud.",
        )
    return Answer(
        words=f"{question.here:,} others are {doing} now",
        count=question.here,
        reason=f"{question.here} others, counted just now.",
    )


def _friends(question: Question, doing: str) -> Answer:
    others = question.friends_here - 1
    who = question.friend or "A friend"
    if others:
        who = f"{who} and {'another friend' if others == 1 else 'other friends'}"
    return Answer(
        words=f"{who} {'are' if others else 'is'} {doing} now",
        names_friend=True,
        reason=f"{question.friends_here} mutual friends with presence on at both ends.",
    )
