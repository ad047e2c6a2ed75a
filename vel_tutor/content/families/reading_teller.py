"""Point of view: whose thoughts does the one who tells the story let us read?"""

import re
from functools import lru_cache
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, rolls, some

_SCENES: list[dict[str, str]] = table("scenes")["scenes"]
_MINDS = ("a", "b", "both", "nobody")
_THINKS = re.compile(
    r"\b(wondered|hoped|feared|thought|guessed|wished|remembered|sure|doubted|felt|certain"
    r"|regretted|considered|knew|imagined|suspected)\b"
)


@lru_cache(maxsize=1024)
def _names(scene: int, seed: int) -> dict[str, str]:
    people = some(rolls(f"scene/{scene}", seed), PEOPLE, 3)
    return {place: person.name for place, person in zip("abc", people, strict=True)}


@lru_cache(maxsize=1024)
def _told(scene: int, seed: int, minds: str) -> str:
    """The scene with the thoughts of one, of both or of nobody."""
    row, names = _SCENES[scene], _names(scene, seed)
    thoughts = [row[who] for who in "ab" if minds in (who, "both")]
    story = " ".join((row["open"], *thoughts[:1]))
    end = " ".join((*thoughts[1:], row["end"]))
    return "\n\n".join((row["title"], story, end)).format(**names)


def _options(names: dict[str, str]) -> dict[str, str]:
    return {
        "a": f"only those of {names['a']}",
        "b": f"only those of {names['b']}",
        "c": f"only those of {names['c']}",
        "both": f"those of {names['a']} and {names['b']}",
        "both_others": f"those of {names['b']} and {names['c']}",
        "nobody": "nobody's thoughts",
        "all": "those of all three",
    }


def _whose(p: Params) -> Question:
    row, names = _SCENES[p.scene], _names(p.scene, p.seed)
    options = _options(names)
    quotes = {who: row[who].format(**names) for who in "ab"}
    shown = [who for who in "ab" if p.minds in (who, "both")]
    first = row["open"].format(**names).split(". ")[0] + "."
    steps = [Step("This tells what goes on in a mind.", quotes[who], names[who]) for who in shown]
    return Question(
        stem="Whose thoughts and feelings does the reader get to know?",
        key=options[p.minds],
        wrong={
            f"says_{whose}": Slip(text, _why_not(p, whose, names, quotes))
            for whose, text in options.items()
            if whose != p.minds
        },
        hints=(
            "Look for words such as “hoped”, “wondered” or “knew”.",
            "What somebody does or says can be seen and heard. What cannot?",
        ),
        steps=(*steps, *(() if steps else (Step("All can be seen or heard, as here.", first),))),
        passage=_told(p.scene, p.seed, p.minds),
        same=(p.scene, p.minds, names["a"], names["b"]),
    )


def _why_not(p: Params, whose: str, names: dict[str, str], quotes: dict[str, str]) -> str:
    shown = [who for who in "ab" if p.minds in (who, "both")]
    said = {"both": "ab", "both_others": "bc", "all": "abc", "nobody": ""}.get(whose, whose)
    missing = [who for who in shown if who not in said]
    if missing:
        left_out = names[missing[0]]
        return f"“{_options(names)[whose]}” leaves out {left_out}. {look(quotes[missing[0]])}"
    extra = next(who for who in said if who not in shown)
    return (
        f"“{_options(names)[whose]}” says too much: we see what {names[extra]} does, but no word"
        " tells what goes on inside."
    )


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Who begins a sentence with a verb of the mind in it?"""
    names = _names(p.scene, p.seed)
    minds = {
        part.split()[0]
        for part in reader.sentences(q.passage)
        if _THINKS.search(part) and part.split()[0] in names.values()
    }
    told = {name for name in names.values() if reader.says(answer, name)}
    return minds == (set(names.values()) if "all three" in answer else told)


def _params() -> dict[str, Any]:
    return {"scene": range(len(_SCENES)), "seed": range(300), "minds": _MINDS}


FAMILIES = (
    asking(
        Asking(
            id="reading.point_of_view.whose_thoughts",
            skill="reading.point_of_view",
            grade=5,
            time_s=60,
            params=_params(),
            make=_whose,
            slips=tuple(
                f"says_{whose}" for whose in ("a", "b", "c", "both", "both_others", "nobody", "all")
            ),
            checker=_checks,
        )
    ),
)
