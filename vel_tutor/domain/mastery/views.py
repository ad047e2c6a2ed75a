"""What others may hold about mastery."""

from dataclasses import dataclass

from vel_tutor.vocabulary import Mastery

_LADDER = tuple(Mastery)


@dataclass(frozen=True)
class SkillStanding:
    """Where one skill of one person stands."""

    skill: str
    level: Mastery
    answers: int
    share: float
    """Of the skill's questions they would get right, as far as is known: 0..1."""
    theta: float = 0.0
    """The same on the scale of the items, in logits."""
    inferred: bool = False
    """Never asked, but what builds on it is known."""
    due: bool = False
    """Known once, and about to be forgotten."""

    @property
    def words(self) -> str:
        """The level as it is said to the learner."""
        if self.inferred:
            return "Known, we think"
        return level_words(self.level)


@dataclass(frozen=True)
class SkillMove:
    """What became of the level of a skill over some time."""

    skill: str
    before: Mastery
    after: Mastery

    @property
    def is_up(self) -> bool:
        return height(self.after) > height(self.before)


def height(level: Mastery) -> int:
    """How high a level is, from 0: to compare levels by."""
    return _LADDER.index(level)


def level_words(level: Mastery) -> str:
    """A level as it is said to people."""
    return _WORDS[level]


_WORDS = {
    Mastery.UNKNOWN: "Not tried yet",
    Mastery.STARTED: "Started",
    Mastery.FAMILIAR: "Familiar",
    Mastery.PROFICIENT: "Proficient",
    Mastery.MASTERED: "Mastered",
}
