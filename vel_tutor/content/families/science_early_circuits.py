"""Grades 4 and 5: circuits and mirrors."""

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WHOLE
from vel_tutor.content.worlds.people import PEOPLE, rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- what closes the circuit ----------------------------------------------------------------------

_METAL = (
    "steel nail", "copper wire", "brass key", "iron bolt", "silver spoon", "tin can lid",
    "gold ring", "aluminum foil", "paper clip of steel", "coin of copper",
)  # fmt: skip
_REST = {
    "shiny": ("glass marble", "plastic spoon, painted silver", "mirror of plastic"),
    "hard": ("stone", "brick", "wooden block"),
    "thin": ("cotton thread", "paper strip", "silk ribbon"),
    "stretchy": ("rubber band", "plastic comb", "balloon"),
}
_WHY = {
    "shiny": "It shines, but it is no metal.",
    "hard": "It is hard, but no current passes through it.",
    "thin": "It looks like a wire, but it is no metal.",
    "stretchy": "That is used to keep current in, not to let it pass.",
}


def _bench(p: Params) -> dict[str, object]:
    rng = rolls("bench", p.mix)
    return {
        "metals": some(rng, _METAL, 2 + p.mix % 2),
        "rest": {kind: rng.choice(row) for kind, row in _REST.items()},
        "who": rng.choice(PEOPLE).name,
    }


def _no_metal(kind: str) -> Slip:
    return Slip(
        kind, lambda p: p.rest[kind], lambda p: f"{p.rest[kind].capitalize()}: {_WHY[kind]}"
    )


_CIRCUIT = Family(
    id="science.circuits.conductors",
    skill="science.circuits",
    grade=4,
    format=ItemFormat.MULTI,
    time_s=50,
    params={"mix": range(4000)},
    derive=_bench,
    stem=(
        "{who} has a lamp, a battery and wires with a gap between them. Which of these, put in"
        " the gap, let the"
        " lamp light up? Pick all that do."
    ),
    key=lambda p: p.metals,
    checker=lambda p, v: not any(v in row for row in _REST.values()),
    misconceptions=tuple(map(_no_metal, _REST)),
    hints=(
        "Current must be able to pass through the thing in the gap.",
        "What are wires made of? Look for things like that.",
    ),
    steps=lambda p: (
        Step(f"Metals let current pass: {', '.join(p.metals)}. The other things are no metals."),
    ),
    form=TEXT,
    canon=lambda p: (frozenset(p.metals), tuple(p.rest.values())),
)

# --- a mirror -------------------------------------------------------------------------------------


def _mirror_words(p: Params) -> str:
    return (
        f"A ray meets a mirror at an angle of {p.a}° with the mirror and leaves it on the other"
        f" side."
    )


_MIRROR = Family(
    id="science.reflection.angles",
    skill="science.reflection",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"a": range(12, 81), "from": ("lamp", "torch", "laser", "window")},
    stem=lambda p: (
        f"A ray from a {p['from']} meets a flat mirror. It makes {p.a}° with the mirror."
        " How large is the angle between the ray that comes and the ray that leaves?"
    ),
    key=lambda p: 180 - 2 * p.a,
    checker=lambda p, v: p.a + v + p.a == 180,
    misconceptions=(
        Slip(
            "same_angle",
            lambda p: p.a,
            "{a}° is the angle with the mirror, on each side. The two rays are farther apart.",
        ),
        Slip(
            "one_angle_only",
            lambda p: 180 - p.a,
            "You took {a}° away once. The ray that leaves makes {a}° as well.",
        ),
        Slip(
            "doubles",
            lambda p: 2 * p.a,
            "{a}° on each side are the angles with the mirror. Take both from 180°.",
        ),
        Slip(
            "right_angle",
            lambda p: 90 - p.a,
            "That is the angle with the normal, on one side only.",
        ),
        Slip(
            "half",
            lambda p: 90,
            "The rays are at right angles only if they meet the mirror at 45°.",
        ),
    ),
    hints=(
        "A ray leaves a mirror at the same angle at which it came.",
        "The three angles along the mirror make a straight line, 180°.",
    ),
    steps=(
        Step("Both angles with the mirror together:", "{a} + {a}", "2 * {a}"),
        Step("The rest of the straight line:", "180 - 2 * {a}", "180 - 2 * {a}"),
    ),
    form=WHOLE,
    unit="°",
    figure=lambda p: drawn.mirror(_mirror_words(p), p.a, f"{p.a}°", ""),
    alt=_mirror_words,
)

FAMILIES = (_CIRCUIT, _MIRROR)
