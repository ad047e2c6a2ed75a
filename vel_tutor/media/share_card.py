"""Share cards: a few facts in, a picture out. What has no field here is never printed."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.media.canvas import INK, SOFT, Canvas, plain
from vel_tutor.media.canvas import SIZE_PX as SIZE_PX
from vel_tutor.vocabulary import CardTemplate, Subject

MOST_BYTES = 100_000
LONGEST_SKILL = 48
"""Characters; longer names are cut at a word."""

_CACHED = 64
_HUES = {Subject.MATH: "#6C4CF1", Subject.READING: "#1477C9", Subject.SCIENCE: "#0F9D76"}
_LIGHT = {Subject.MATH: "#E4DEFF", Subject.READING: "#D6EBFC", Subject.SCIENCE: "#D2F3E8"}
_SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_CLAIMS = {
    CardTemplate.CHALLENGE: "Can you beat",
    CardTemplate.RESULT: "I scored",
    CardTemplate.STUDY: "Practise with me",
    CardTemplate.RESCUE: "Practise with me",
    CardTemplate.CARDS: "Just mastered",
    CardTemplate.RALLY: "Where would you stand",
}
_TOGETHER = {CardTemplate.STUDY: "5 questions", CardTemplate.RESCUE: "10 questions"}
_SIGNS = {CardTemplate.CHALLENGE: "?", CardTemplate.RESULT: "!", CardTemplate.CARDS: "!"}
_CALLS = {
    CardTemplate.CHALLENGE: "5 questions. No account needed.",
    CardTemplate.STUDY: "5 questions each. No account needed.",
    CardTemplate.RESCUE: "The same for both, at the same time. No account needed.",
    CardTemplate.RESULT: "vel_tutor: practise, prove it, challenge a friend.",
    CardTemplate.CARDS: "vel_tutor: a few cards a day, and they stay.",
    CardTemplate.RALLY: "6 questions. No account needed.",
}


@dataclass(frozen=True, kw_only=True)
class ShareCardFacts:
    """All a share card can say. No name, photo, school, place or age has a place in it."""

    template: CardTemplate
    subject: Subject
    skill: str
    """Name of the skill or deck in our own words; other signs than plain letters are dropped."""
    percent: int
    """The score, 0..100; for studying together there is none."""
    count: int = 0
    """How many flashcards are mastered; for that template only."""


@lru_cache(maxsize=_CACHED)
def render(facts: ShareCardFacts) -> bytes:
    """A PNG of `SIZE_PX`, at most `MOST_BYTES`, without metadata, saying `facts`."""
    picture = _Picture(facts.subject)
    picture.background()
    picture.ring(min(100, max(0, facts.percent)), _inside(facts))
    picture.words(facts)
    picture.sail((985, 505), 84)
    return picture.png()


def _is_cards(facts: ShareCardFacts) -> bool:
    return facts.template is CardTemplate.CARDS


def _inside(facts: ShareCardFacts) -> str:
    """The number in the ring."""
    if facts.template in _TOGETHER:
        return "1 + 1"
    if facts.template is CardTemplate.RALLY:
        return "#?"
    return str(facts.count) if _is_cards(facts) else f"{min(100, max(0, facts.percent))}%"


def _line(facts: ShareCardFacts) -> str:
    """The largest words: the score, or the number of cards."""
    if facts.template in _TOGETHER:
        return _TOGETHER[facts.template]
    if facts.template is CardTemplate.RALLY:
        return "This week?"
    said = f"{facts.count} flashcards" if _is_cards(facts) else f"{facts.percent}%"
    return f"{said}{_SIGNS[facts.template]}"


def printable(name: str) -> str:
    """`name` as a card prints it: plain letters, digits and a few signs, cut at a word."""
    words = plain(name)
    if len(words) <= LONGEST_SKILL:
        return words
    return words[: LONGEST_SKILL + 1].rpartition(" ")[0] or words[:LONGEST_SKILL]


class _Picture(Canvas):
    """The canvas of a share card, in the colour of its subject."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(_HUES[subject], _LIGHT[subject])

    def words(self, facts: ShareCardFacts) -> None:
        """What was practised, and what the card asks for."""
        name = printable(facts.skill)
        self.text((84, 84), "vel_tutor", 40, self.hue, bold=1)
        self.text((84, 196), _CLAIMS[facts.template], 56, INK, bold=2)
        self.text((84, 262), _line(facts), 92 if _is_cards(facts) else 110, self.hue, bold=3)
        self.text((84, 404), _SUBJECTS[facts.subject], 32, SOFT, bold=1)
        self.text((84, 446), name, self.fitting(name, 650, (46, 40, 34, 28, 24, 20)), INK, bold=1)
        self.text((84, 516), _CALLS[facts.template], 28, SOFT)
