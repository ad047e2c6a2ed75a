"""Progress cards: what a week of a child came to, for other parents to see."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.media.canvas import INK, SIZE_PX, SOFT, Canvas, plain

__all__ = ["MOST_SKILLS", "NOBODY", "SIZE_PX", "ProudCardFacts", "name_for", "render"]

NOBODY = "My child"
"""Who a card is about while no name may be shown, or none that it can print."""
MOST_SKILLS = 3
LONGEST_NAME = 20
_CACHED = 64
_MINT, _LIGHT, _CORAL, _HONEY = "#0F9D76", "#D2F3E8", "#E4523A", "#B97A00"


@dataclass(frozen=True, kw_only=True)
class ProudCardFacts:
    """All a progress card can say. No last name, photo, school, place, age or date has a place."""

    first_name: str = ""
    """Only where its showing is switched on; empty otherwise."""
    when: str = "this week"
    improved: int = 0
    minutes: int = 0
    answers: int = 0
    streak: int = 0
    skills: tuple[str, ...] = ()
    """Names of skills that improved, in our own words; the first few are printed."""


def name_for(first_name: str) -> str:
    """The name as it is printed: whole and in plain letters, or none at all."""
    name = plain(first_name)
    return name if name and name == first_name and len(name) <= LONGEST_NAME else NOBODY


@lru_cache(maxsize=_CACHED)
def render(facts: ProudCardFacts) -> bytes:
    """A PNG of `SIZE_PX`, without metadata, saying `facts`."""
    picture = _Picture(_MINT, _LIGHT)
    picture.background()
    picture.medal(facts)
    picture.words(facts)
    picture.numbers(facts)
    picture.sail((985, 505), 84)
    return picture.png()


class _Picture(Canvas):
    """The canvas of a progress card."""

    def medal(self, facts: ProudCardFacts) -> None:
        """A disc with an arrow up and the number of skills, or of questions."""
        self.disc((985, 169), 125, "#FFFFFF")
        self.disc((985, 169), 112, self.hue)
        count = facts.improved or facts.answers
        if facts.improved:
            self.arrow_up((985 - 52, 206), 74, "#FFFFFF")
        at = (985 + 30, 169) if facts.improved else (985, 169)
        size = 84 if count < 100 else 60
        self.text(at, str(count), size, "#FFFFFF", bold=2, anchor="mm")

    def words(self, facts: ProudCardFacts) -> None:
        """Who, what, and the first few skills with their arrows."""
        who, did = name_for(facts.first_name), _deed(facts)
        self.text((84, 62), "vel_tutor", 40, self.hue, bold=1)
        self.text((84, 142), who, 52, INK, bold=2)
        self.text((84, 208), did, self.fitting(did, 640, (60, 54, 48, 42)), self.hue, bold=2)
        self.text((84, 284), plain(facts.when), 30, SOFT)
        for place, name in enumerate(facts.skills[:MOST_SKILLS]):
            foot = 372 + 46 * place
            self.arrow_up((98, foot), 30, self.hue)
            size = self.fitting(plain(name), 590, (30, 26, 22, 19))
            self.text((128, foot - 15), plain(name), size, INK, anchor="lm")

    def numbers(self, facts: ProudCardFacts) -> None:
        """Minutes, questions and days in a row, each in a box of its own; none says 0."""
        boxes = (
            (facts.minutes, "minutes", INK),
            (facts.answers, "questions", _HONEY),
            (facts.streak, "days in a row", _CORAL),
        )
        for place, (number, words, colour) in enumerate(box for box in boxes if box[0]):
            left = 84 + 222 * place
            self.box((left, 500, left + 206, 590), "#FFFFFF")
            self.text((left + 16, 528), str(number), 38, colour, bold=1, anchor="lm")
            self.text((left + 16, 566), words, 22, SOFT, anchor="lm")


def _deed(facts: ProudCardFacts) -> str:
    if facts.improved:
        return f"improved in {facts.improved} {_plural('skill', facts.improved)}"
    return f"answered {facts.answers} {_plural('question', facts.answers)}"


def _plural(thing: str, number: int) -> str:
    return thing if number == 1 else f"{thing}s"
