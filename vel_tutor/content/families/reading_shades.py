"""Shades of meaning: how strong a word is, and whether it praises or blames."""

from itertools import pairwise
from typing import Any

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WORD
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, rolls
from vel_tutor.vocabulary import ItemFormat

_LADDERS: list[dict[str, Any]] = table("shades")["ladders"]
_FEELINGS: list[dict[str, Any]] = table("shades")["feelings"]


# --- how strong -----------------------------------------------------------------------------------


def _up(p: Params) -> tuple[str, ...]:
    """Three words of one ladder or all four, in the order asked for."""
    words = list(_LADDERS[p.ladder]["words"])
    if p.leave_out < len(words) > 3:
        words.pop(p.leave_out)
    return tuple(words if p.ask == "weakest" else words[::-1])


def _climbs(p: Params, value: Any) -> bool:
    """Each word stands one or more rungs further on than the one before it."""
    rungs = [_LADDERS[p.ladder]["words"].index(word) for word in value]
    ways = {one < two for one, two in pairwise(rungs)}
    return ways == {p.ask == "weakest"}


def _moved(p: Params, *order: int) -> tuple[str, ...]:
    words = _up(p)
    return (*(words[at] for at in order), *words[len(order) :])


_ORDER = Family(
    id="reading.shades.ladder",
    skill="reading.shades",
    grade=6,
    format=ItemFormat.ORDER,
    time_s=40,
    params={
        "ladder": range(len(_LADDERS)),
        "ask": ("weakest", "strongest"),
        "leave_out": range(5),
    },
    where=(lambda p: p.leave_out < len(_LADDERS[p.ladder]["words"]) + 1,),
    stem=lambda p: (
        f"These words tell {_LADDERS[p.ladder]['about']}. Put them in order, the {p.ask} first."
    ),
    key=_up,
    checker=_climbs,
    misconceptions=(
        Slip(
            "other_way_round",
            lambda p: _up(p)[::-1],
            lambda p: f"You found the ladder, but began at the wrong end. The {p.ask} comes first.",
        ),
        Slip(
            "swaps_first",
            lambda p: _moved(p, 1, 0),
            lambda p: f"Compare “{_up(p)[0]}” with “{_up(p)[1]}” once more: which is stronger?",
        ),
        Slip(
            "swaps_second",
            lambda p: _moved(p, 0, 2, 1),
            lambda p: f"Compare “{_up(p)[1]}” with “{_up(p)[2]}” once more: which is stronger?",
        ),
        Slip(
            "last_to_front",
            lambda p: _moved(p, 2, 0, 1),
            lambda p: f"“{_up(p)[2]}” does not belong in front. Put it next to “{_up(p)[1]}”.",
        ),
    ),
    hints=(
        "Use each word in the same sentence and feel how strong it is.",
        "Find the two ends first. Then place what lies between them.",
    ),
    steps=lambda p: tuple(
        Step(f"“{one}” is {'weaker' if p.ask == 'weakest' else 'stronger'} than “{two}”.")
        for one, two in pairwise(_up(p))
    ),
    form=WORD,
    canon=lambda p: (p.ladder, p.ask, _up(p)),
)


# --- praise or blame ------------------------------------------------------------------------------

_WANTED = {"praise": "likes", "blame": "dislikes"}


def _feeling(p: Params) -> Question:
    row, name = _FEELINGS[p.row], PEOPLE[p.who].name
    rng = rolls("feelings", p.draw)
    other = "blame" if p.ask == "praise" else "praise"
    key = rng.choice(row[p.ask])
    kept = "kindly" if p.ask == "praise" else "unkindly"
    wrong = {
        f"other_{n}": Wrong(
            word,
            f"“{word}” sounds like {other}. The writer {_WANTED[p.ask]} {name}.",
        )
        for n, word in enumerate(row[other])
    }
    wrong["neutral"] = Wrong(
        row["neutral"],
        f"“{row['neutral']}” says it without {p.ask}. Which word shows the feeling?",
    )
    strangers = [one[p.ask] for one in _FEELINGS if one is not row]
    for n, words in enumerate(rng.sample(strangers, 2)):
        wrong[f"stranger_{n}"] = Wrong(
            words[0], f"“{words[0]}” is about something else than what {name} does here."
        )
    return Question(
        stem=f"The writer {_WANTED[p.ask]} {name}. Which ending would this writer choose? "
        f"{row['text'].format(name=name)} ___.",
        key=key,
        wrong=wrong,
        hints=(
            "Several answers say what happens. Which one also shows a feeling?",
            f"The writer speaks {kept}. Would {name} be glad to hear it, or hurt?",
        ),
        steps=(Step(f"“{key}” fits what {name} does, and it sounds like {p.ask}."),),
        same=(p.row, p.ask, key, name),
    )


def _is_feeling(p: Params, q: Question, answer: str) -> bool:
    """By the verb of the question: the column of the row that tells this very trait."""
    column = "blame" if "dislikes" in q.stem else "praise"
    trait = q.stem.rsplit("? ", 1)[1].replace(PEOPLE[p.who].name, "{name}").removesuffix(" ___.")
    return any(row["text"] == trait and answer in row[column] for row in _FEELINGS)


FAMILIES = (
    _ORDER,
    asking(
        Asking(
            id="reading.shades.feeling",
            skill="reading.shades",
            grade=7,
            time_s=35,
            params={
                "row": range(len(_FEELINGS)),
                "ask": tuple(_WANTED),
                "who": range(len(PEOPLE)),
                "draw": range(40),
            },
            make=_feeling,
            slips=("other_0", "other_1", "neutral", "stranger_0", "stranger_1"),
            checker=_is_feeling,
        )
    ),
)
