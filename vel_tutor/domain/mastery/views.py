"""What others may hold about mastery."""

from dataclasses import dataclass

from vel_tutor.vocabulary import Mastery


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
        return _WORDS[self.level]


_WORDS = {
    Mastery.UNKNOWN: "Not tried yet",
    Mastery.STARTED: "Started",
    Mastery.FAMILIAR: "Familiar",
    Mastery.PROFICIENT: "Proficient",
    Mastery.MASTERED: "Mastered",
}
