"""Grades 7 to 10: conclusions, and the weak point of a study."""

from functools import lru_cache

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Params, Step
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import PEOPLE, Person, rolls, some

# --- what the results show ------------------------------------------------------------------------

_TRIALS = (
    ("beans", "light", "hours of light", "height (cm)"),
    ("snails", "salt", "salt in the food", "eggs"),
    ("paper planes", "clips", "clips on the nose", "flight (m)"),
    ("bread", "heat", "heat of the room", "mold spots"),
    ("tadpoles", "plants", "plants in the tank", "length (mm)"),
    ("candles", "width", "width of the wick", "burning (min)"),
    ("bees", "scent", "scent on the cup", "visits"),
    ("ramps", "wax", "wax on the ramp", "slide (cm)"),
)  # fmt: skip


@lru_cache(maxsize=512)
def _groups(mix: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Which trial and the results of both groups: apart, the other way round, or overlapping."""
    rng = rolls("groups", mix)
    low = rng.randrange(12, 40)
    shape = rng.choice(("more", "less", "same"))
    gap = {"more": rng.randrange(9, 15), "less": -rng.randrange(9, 15), "same": 0}[shape]
    base = low if gap >= 0 else low - gap
    first = [base + rng.randrange(-3, 4) for _ in range(4)]
    second = [base + gap + rng.randrange(-3, 4) for _ in range(4)]
    if shape == "same":
        second = [first[at] + shift for at, shift in zip((1, 2, 3, 0), (1, -1, -1, 1), strict=True)]
    return rng.randrange(len(_TRIALS)), tuple(first), tuple(second)


def _claims(mix: int) -> dict[str, str]:
    _, cause, _, result = _TRIALS[_groups(mix)[0]]
    what = result.partition(" (")[0]
    return {
        "more": f"In this test, more {cause} went with higher numbers for {what}.",
        "less": f"In this test, more {cause} went with lower numbers for {what}.",
        "same": f"In this test, the {cause} made no clear difference.",
        "all": f"More {cause} is the best for all living things.",
        "wish": f"It would be nicer for all if there were a lot of {cause}.",
    }


def _read_groups(text: str) -> str:
    rows = [[int(cell) for cell in row.split(" | ")[1:]] for row in text.split("\n")[1:]]
    little, much = rows
    if min(much) > max(little):
        return "more"
    return "less" if max(much) < min(little) else "same"


def _conclusion(p: Params) -> Question:
    trial, first, second = _groups(p.mix)
    _, cause, name, result = _TRIALS[trial]
    claims = _claims(p.mix)
    rows = [
        f"little {cause} | " + " | ".join(map(str, first)),
        f"much {cause} | " + " | ".join(map(str, second)),
    ]
    text = "\n".join((f"{result} | run 1 | run 2 | run 3 | run 4", *rows))
    right = _read_groups(text)
    why = {
        "more": f"Compare the rows: the results with much {cause} are not all higher.",
        "less": f"Compare the rows: the results with much {cause} are not all lower.",
        "same": "The two rows do not overlap, so there is a clear difference.",
        "all": "Only this was tested, so nothing can be said about all living things.",
        "wish": "What would be nicer was not measured in this test.",
    }
    return Question(
        stem=f"A class tested the effect of {name}. Which conclusion do the results support?",
        key=claims[right],
        wrong={kind: Wrong(claim, why[kind]) for kind, claim in claims.items() if kind != right},
        hints=(
            "Compare the two rows: do they overlap?",
            "A conclusion may say no more than what was measured.",
        ),
        steps=(
            Step("One group:", rows[0], "first group"),
            Step("The other group:", rows[1], "second group"),
            Step(f"So: {claims[right]}"),
        ),
        passage=text,
        same=(trial, first, second),
    )


_CONCLUDE = asking(
    Asking(
        id="science.conclusions.groups",
        skill="science.conclusions",
        grade=7,
        time_s=60,
        params={"mix": range(5000)},
        make=_conclusion,
        slips=("more", "less", "same", "all", "wish"),
        checker=lambda p, q, answer: _claims(p.mix)[_read_groups(q.passage)] == answer,
    )
)

# --- what is weak about a study -------------------------------------------------------------------

_AIMS = (
    "a tea against colds", "a game for better memory", "a cream against sunburn",
    "music for better sleep", "a pillow against neck pain", "a drink for faster running",
    "an app for learning words", "walks for a calm mood",
)  # fmt: skip
_FLAWS = {
    "size": ("Only {n} people took part", "Too few people took part."),
    "control": ("Everybody got it, and nobody went without", "There is no group to compare with."),
    "choice": (
        "People chose by themselves whether to get it",
        "The groups may differ from the start.",
    ),
    "double": ("Those who got it were also told to eat better", "Two things were changed at once."),
    "blind": (
        "They knew what they got and rated how they felt",
        "Hopes may have changed the ratings.",
    ),
}
_SOUND = {
    "size": "{n} people took part",
    "control": "Half of them got it, and half did not",
    "choice": "A coin toss decided who would get it",
    "double": "In all else both groups lived alike",
    "blind": "A measuring device took the results, and nobody knew who had what",
}
_CUE = {
    "size": "Only",
    "control": "Everybody",
    "choice": "by themselves",
    "double": "also told",
    "blind": "They knew",
}


_NO_SIGN = {
    "size": "Nothing tells that there were few. Look for the number.",
    "control": "There is a group to compare with. Look for another sentence.",
    "choice": "The text does not tell who decided. Look for what it does tell.",
    "double": "The text does not tell of a second change. Look for what it does tell.",
    "blind": "Nothing tells of ratings by people who knew. Look again.",
}


@lru_cache(maxsize=512)
def _study(mix: int, flaw: str) -> tuple[str, str, Person]:
    rng = rolls("flaws", mix)
    few, many = rng.randrange(3, 8), rng.randrange(10, 40) * 20
    parts = {
        kind: (_FLAWS[kind][0] if kind == flaw else _SOUND[kind]).format(
            n=few if kind == flaw else many
        )
        for kind in some(rng, tuple(_FLAWS), 5)
        if flaw != "control" or kind not in ("choice", "double")
    }
    person = rng.choice(PEOPLE)
    return ". ".join(parts.values()) + ".", rng.choice(_AIMS), person


def _flaw_question(p: Params) -> Question:
    text, aim, person = _study(p.mix, p.flaw)
    told = [sentence + "." for sentence in text.rstrip(".").split(". ")]
    weak = next(sentence for sentence in told if _CUE[p.flaw] in sentence)
    return Question(
        stem=f"{person.name} reads about a study of {aim}. What is the main weakness?",
        key=_FLAWS[p.flaw][1],
        wrong={
            kind: Wrong(says, _sound_feedback(kind, told))
            for kind, (_, says) in _FLAWS.items()
            if kind != p.flaw
        },
        hints=(
            "Go through: how many, compared with whom, who decided, what else, who knew?",
            "One sentence tells of something that is not fair or not enough.",
        ),
        steps=(Step("This sentence shows it.", weak, "the weakness"), Step(_FLAWS[p.flaw][1])),
        passage=f"A Study\n\n{text}",
        same=(text, aim),
    )


def _sound_feedback(kind: str, told: list[str]) -> str:
    words = {
        "size": "took part",
        "control": "Half",
        "choice": "coin",
        "double": "alike",
        "blind": "device",
    }[kind]
    fits = [sentence for sentence in told if words in sentence]
    return f"That part is fine. Read: “{fits[0]}”" if fits else _NO_SIGN[kind]


_STUDY = asking(
    Asking(
        id="science.studies.flaw",
        skill="science.studies",
        grade=10,
        time_s=75,
        params={"mix": range(4000), "flaw": tuple(_FLAWS)},
        make=_flaw_question,
        slips=tuple(_FLAWS),
        checker=lambda p, q, answer: any(
            says == answer and _CUE[kind] in q.passage for kind, (_, says) in _FLAWS.items()
        ),
        form=TEXT,
    )
)

FAMILIES = (_CONCLUDE, _STUDY)
