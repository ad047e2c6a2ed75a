"""Grade 12: reading two tests together."""

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import rolls

# --- two tables -----------------------------------------------------------------------------------

_SCENES = (
    ("enzyme", "temperature (°C)", "pH", "rate"), ("alga", "light (klx)", "salt (g/L)", "growth"),
    ("paint", "heat (°C)", "humidity (%)", "drying time"),
    ("battery", "temperature (°C)", "acid (%)", "voltage"),
    ("seed lot", "water (mL)", "depth (mm)", "sprouts"),
    ("alloy", "zinc (%)", "tempering (min)", "strength"),
)  # fmt: skip
_CLAIMS = {
    "both": "It depends on {one}, and on {two} as well.",
    "first": "It depends on {one}, but hardly on {two}.",
    "second": "It depends on {two}, but hardly on {one}.",
    "neither": "It hardly depends on {one} or on {two}.",
}


def _tables(
    p: Params,
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    rng = rolls("tables", p.mix)
    scene = rng.choice(_SCENES)
    start = rng.randrange(30, 60)
    steep = [rng.choice((-1, 1)) * rng.randrange(7, 13) for _ in range(2)]
    slopes = [
        steep[0] if p.truth in ("both", "first") else 0,
        steep[1] if p.truth in ("both", "second") else 0,
    ]
    levels = [
        tuple(base + step * i for i in range(4))
        for base, step in ((rng.randrange(5, 25), 10), (rng.randrange(2, 6), rng.randrange(1, 4)))
    ]
    results = [
        tuple(start + slope * i + rng.randrange(-1, 2) for i in range(4)) for slope in slopes
    ]
    return scene, levels[0], results[0], levels[1], results[1]


def _printed(p: Params) -> str:
    scene, first, one, second, two = _tables(p)
    return "\n".join(
        (
            f"{scene[1]} | " + " | ".join(map(str, first)),
            f"{scene[3]} | " + " | ".join(map(str, one)),
            f"{scene[2]} | " + " | ".join(map(str, second)),
            f"{scene[3]} in test 2 | " + " | ".join(map(str, two)),
        )
    )


def _reads(text: str) -> str:
    """Which row of results moves by more than a wobble."""
    rows = [[int(cell) for cell in row.split(" | ")[1:]] for row in text.split("\n")]
    one, two = (max(row) - min(row) > 6 for row in (rows[1], rows[3]))
    return {
        (True, True): "both",
        (True, False): "first",
        (False, True): "second",
        (False, False): "neither",
    }[one, two]


def _reasoning(p: Params) -> Question:
    scene, _, one, _, two = _tables(p)
    names = {"one": scene[1].partition(" (")[0], "two": scene[2].partition(" (")[0]}
    text = _printed(p)
    rows = text.split("\n")
    says = {kind: claim.format(**names) for kind, claim in _CLAIMS.items()}
    spread = {"one": max(one) - min(one), "two": max(two) - min(two)}
    return Question(
        stem=(
            f"Test 1 changed the {names['one']} of one {scene[0]}, with all else fixed. Test 2"
            f" changed the {names['two']}. What do the"
            f" two tests show about the {scene[3]}?"
        ),
        key=says[_reads(text)],
        wrong={
            kind: Wrong(
                claim,
                (
                    f"With {names['one']} the results spread over {spread['one']}, with"
                    f" {names['two']} over {spread['two']}. {_MISREAD[kind]}"
                ),
            )
            for kind, claim in says.items()
            if kind != _reads(text)
        },
        hints=(
            "Take each test alone: how far apart are its smallest and largest result?",
            "A spread of one or two is only a wobble.",
        ),
        steps=(
            Step("Results of test 1:", rows[1], f"spread {spread['one']}"),
            Step("Results of test 2:", rows[3], f"spread {spread['two']}"),
            Step(f"So: {says[_reads(text)]}"),
        ),
        passage=text,
        same=_tables(p),
    )


_MISREAD = {
    "both": "They are not both more than a wobble.",
    "first": "Check which of the two moves the result.",
    "second": "Compare both spreads before you decide.",
    "neither": "At least one of them is far more than a wobble.",
}

_TWO_TABLES = asking(
    Asking(
        id="science.studies.two_tables",
        skill="science.reasoning",
        grade=12,
        time_s=90,
        params={"mix": range(4000), "truth": tuple(_CLAIMS)},
        make=_reasoning,
        slips=tuple(_CLAIMS),
        checker=lambda p, q, answer: q.key == answer and answer == _reasoned(p),
    )
)


def _reasoned(p: Params) -> str:
    """From how the tables were made, not from what they show."""
    scene = _tables(p)[0]
    return _CLAIMS[p.truth].format(one=scene[1].partition(" (")[0], two=scene[2].partition(" (")[0])


FAMILIES = (_TWO_TABLES,)
