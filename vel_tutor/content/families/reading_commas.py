"""Commas: in lists and after an opening clause."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table

_TABLE: dict[str, Any] = table("grammar")["commas"]
_WHO = ("We", "They", "The twins", "My cousins")


def _list(p: Params) -> Question:
    did, *things = _TABLE["lists"][p.list]
    a, b, c = things if p.turn else (things[2], things[0], things[1])
    who = _WHO[p.who]
    return _question(
        f"{who} {did} {a}, {b}, and {c}.",
        {
            "none": (f"{who} {did} {a} {b} and {c}.", "Without commas the words run together."),
            "early": (
                f"{who} {did}, {a}, {b}, and {c}.",
                f"No comma may part “{did}” from its list.",
            ),
            "after_and": (f"{who} {did} {a}, {b}, and, {c}.", "There is no comma after “and”."),
            "one_late": (
                f"{who} {did} {a} {b}, and {c}.",
                f"“{a}” and “{b}” need a comma between.",
            ),
            "subject": (
                f"{who}, {did} {a}, {b}, and {c}.",
                f"No comma may part “{who}” from “{did}”.",
            ),
            "misplaced": (
                f"{who} {did}, {a} {b} and {c}.",
                "The comma belongs between the things.",
            ),
        },
        "Commas stand between the things of a list of three, the last one before “and”.",
        ("list", did, a, who),
    )


def _opener(p: Params) -> Question:
    opener, main = _TABLE["openers"][p.list], _TABLE["mains"][(p.list + p.who) % 6]
    first, rest = opener.split(" ", 1)
    cut = 2 if main.startswith("the ") else 1
    head, tail = " ".join(main.split()[:cut]), " ".join(main.split()[cut:])
    return _question(
        f"{opener}, {main}.",
        {
            "none": (f"{opener} {main}.", "Say it aloud: there is a stop between the two parts."),
            "early": (f"{first}, {rest} {main}.", f"“{first}” belongs to the part that it opens."),
            "after_and": (
                f"{first}, {rest}, {main}.",
                f"One comma too many: none after “{first}”.",
            ),
            "one_late": (f"{opener} {head}, {tail}.", f"“{head}” belongs to “{tail}”."),
            "subject": (f"{opener}, {head}, {tail}.", f"One comma too many: none after “{head}”."),
            "misplaced": (f"{opener}. {capital(main)}.", f"“{opener}” is no sentence of its own."),
        },
        "A comma stands where the opening part ends and the main part begins.",
        ("opener", opener, main),
    )


def _question(key: str, wrong: dict[str, tuple[str, str]], rule: str, same: Any) -> Question:
    return Question(
        stem=f"Where do commas go? The words are: {' '.join(key.removesuffix('.').split(', '))}.",
        key=key,
        wrong={slip: Slip(text, f"{why} Read it aloud.") for slip, (text, why) in wrong.items()},
        hints=(
            "Read each one aloud and stop for a moment at each comma. Where do you need a stop?",
            rule,
        ),
        steps=(Step(rule), Step(key)),
        same=same,
    )


def _make(p: Params) -> Question:
    return _list(p) if p.kind == "list" else _opener(p)


def _checks(p: Params, q: Question, answer: str) -> bool:
    """By where the commas fall among the words: what stands before each."""
    before = [part.split()[-1] for part in answer.rstrip(".").split(",")[:-1]]
    if p.kind == "list":
        things = _TABLE["lists"][p.list][1:]
        return len(before) == 2 and set(before) < set(things) and f", and {before[0]}" not in answer
    return before == [_TABLE["openers"][p.list].split()[-1]]


FAMILIES = (
    asking(
        Asking(
            id="reading.grammar.commas",
            skill="reading.commas",
            grade=5,
            time_s=40,
            params={
                "kind": ("list", "opener"),
                "list": range(len(_TABLE["lists"])),
                "who": range(4),
                "turn": (0, 1),
            },
            make=_make,
            slips=("none", "early", "after_and", "one_late", "subject", "misplaced"),
            checker=_checks,
        )
    ),
)
