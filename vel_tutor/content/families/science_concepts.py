"""Ideas that many people get wrong, asked of everyday things."""

from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table

_CONCEPTS: list[dict[str, Any]] = table("concepts")["concepts"]
_SLIPS = ("idea_1", "idea_2", "idea_3", "idea_4")


def _concept(p: Params) -> Question | None:
    row = _CONCEPTS[p.concept]
    if p.thing >= len(row["xs"]):
        return None
    return Question(
        stem=row["stem"].format(x=row["xs"][p.thing]),
        key=row["key"],
        wrong={
            slip: Slip(answer, why)
            for slip, (answer, why) in zip(_SLIPS, row["wrong"], strict=True)
        },
        hints=(
            "The first idea that comes to mind is often not the one that holds up.",
            "Think of a simple test for each answer. Which of them would pass?",
        ),
        steps=(
            *(Step(f"“{answer}” {why}") for answer, why in row["wrong"]),
            Step(f"What is left: {row['key']}"),
        ),
        same=p.concept,
    )


def _checks(p: Params, q: Question, answer: str) -> bool:
    """By the word that only the idea that holds up can be said with."""
    fits = [row for row in _CONCEPTS if q.stem in [row["stem"].format(x=x) for x in row["xs"]]]
    return len(fits) == 1 and reader.says(answer, fits[0]["cue"])


FAMILIES = (
    asking(
        Asking(
            id="science.concepts.common",
            skill="science.concepts",
            grade=6,
            time_s=45,
            params={"concept": range(len(_CONCEPTS)), "thing": range(5)},
            make=_concept,
            slips=_SLIPS,
            checker=_checks,
        )
    ),
)
