"""The main idea of a text that never states it."""

from functools import lru_cache
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls, some

_TOPICS: list[dict[str, Any]] = table("main_ideas")["topics"]
_TOLD = 5


@lru_cache(maxsize=512)
def _drawn(topic: int, seed: int) -> tuple[int, ...]:
    """Which details are told, in their order."""
    rng = rolls(f"main/{topic}", seed)
    return tuple(sorted(some(rng, range(len(_TOPICS[topic]["details"])), _TOLD)))


def _tell(topic: int, seed: int) -> Telling:
    details = [_TOPICS[topic]["details"][place] for place in _drawn(topic, seed)]
    lines = tuple(
        Line(text, (Fact(str(place), "detail", text),)) for place, text in enumerate(details)
    )
    return Telling(_TOPICS[topic]["title"], (lines[:3], lines[3:]))


def _main(p: Params) -> Question:
    topic, told = _TOPICS[p.topic], _tell(p.topic, p.details)
    rng = rolls("narrow", p.details)
    narrow = some(rng, [line.text for line in told.lines], 2)
    wrong = {
        "broad": Slip(topic["broad"], "That says much more than this text. Stay with its topic."),
        "unsaid": Slip(topic["unsaid"], "That may be so, but no sentence of the text tells it."),
        "other": Slip(topic["other"], "No sentence of the text speaks of that. Read it once more."),
    }
    for turn, text in enumerate(narrow):
        wrong[f"narrow_{turn}"] = Slip(
            text, f"That is only one detail of five. {look(text)} What do all five show?"
        )
    return Question(
        stem="What is the main idea of the text?",
        key=topic["idea"],
        wrong=wrong,
        hints=(
            "The main idea is what all the sentences have in common.",
            "Say in a few words what each sentence tells. Which answer covers every one of them?",
        ),
        steps=(
            *(Step("This is one example.", line.text, topic["aspect"]) for line in told.lines),
            Step(f"All of them together: {topic['idea']}"),
        ),
        passage=told.text,
        same=(p.topic, _drawn(p.topic, p.details)),
    )


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Not a sentence of the text, yet about its topic and about what its details show."""
    topic = next(row for row in _TOPICS if q.passage.startswith(f"{row['title']}\n"))
    return (
        answer not in reader.sentences(q.passage)
        and reader.says(answer, topic["about"])
        and reader.says(answer, topic["aspect"])
    )


FAMILIES = (
    asking(
        Asking(
            id="reading.main_idea.unstated",
            skill="reading.main_idea",
            grade=4,
            time_s=75,
            params={"topic": range(len(_TOPICS)), "details": range(400)},
            make=_main,
            slips=("broad", "unsaid", "other", "narrow_0", "narrow_1"),
            checker=_checks,
        )
    ),
)
