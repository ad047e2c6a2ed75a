"""Grades 1 to 7: what gives off light, and what particles do."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- what makes its own light ---------------------------------------------------------------------

_MAKES = (
    "the sun",
    "a street lamp",
    "a camp fire",
    "a candle flame",
    "a far star",
    "a torch",
    "a spark",
    "a flash of light",
    "a glow worm",
    "a hot coal",
    "a lit match",
)
_SENDS_BACK = {
    "moon": ("the moon", "Mars", "a planet"),
    "mirror": ("a mirror", "a shiny spoon", "foil"),
    "white": ("snow", "a white sheet", "a white wall"),
    "clear": ("a window", "a glass of water", "an ice cube"),
}
_WHY = {
    "moon": "It sends back the light of the sun. It makes no light.",
    "mirror": "It sends light back well, but in the dark you can not see it.",
    "white": "White things look bright in light. In the dark they do not.",
    "clear": "Light goes through it. It makes no light of its own.",
}


def _night(p: Params) -> dict[str, object]:
    rng = rolls("lights", p.mix)
    return {
        "makes": some(rng, _MAKES, 2 + p.mix % 2),
        "others": {kind: rng.choice(row) for kind, row in _SENDS_BACK.items()},
    }


def _only_bright(kind: str) -> Slip:
    return Slip(kind, lambda p: p.others[kind], _WHY[kind])


_LIGHTS = Family(
    id="science.first.lights",
    skill="science.sound_light",
    grade=1,
    format=ItemFormat.MULTI,
    time_s=40,
    params={"mix": range(4000)},
    derive=_night,
    stem="Which of these make light on their own? Pick all of them.",
    key=lambda p: p.makes,
    checker=lambda p, v: not any(v in row for row in _SENDS_BACK.values()),
    misconceptions=tuple(map(_only_bright, _SENDS_BACK)),
    hints=("Think of a room with no other light.", "Could you see it in a room that is all dark?"),
    steps=lambda p: tuple(Step(f"In the dark you could still see {thing}.") for thing in p.makes),
    form=TEXT,
    canon=lambda p: (frozenset(p.makes), tuple(p.others.values())),
)

# --- what particles do ----------------------------------------------------------------------------

_SPEED, _COUNT, _SIZE = (
    ("faster", "slower", "just as fast"),
    ("grows", "shrinks", "stays"),
    ("grows", "shrinks", "stays"),
)
_CHANGES: tuple[tuple[str, str, str], ...] = (
    ("is warmed in a closed jar", "faster", "stays"),
    ("is cooled in a closed jar", "slower", "stays"),
    ("is pressed together and kept at the same temperature", "just as fast", "shrinks"),
    ("spreads into a larger tank at the same temperature", "just as fast", "grows"),
    ("is warmed and pushes a loose lid up", "faster", "grows"),
    ("is cooled and pulls a loose lid down", "slower", "shrinks"),
)  # fmt: skip
_STUFF = (
    "air",
    "helium",
    "oxygen",
    "steam",
    "nitrogen",
    "propane",
    "neon",
    "carbon dioxide",
    "argon",
    "hydrogen",
    "chlorine",
    "methane",
)


def _facts(p: Params) -> tuple[str, str, str]:
    return (p.row[1], "stays", p.row[2])


def _by_cause(p: Params, v: tuple[str, ...]) -> bool:
    """From the words: warmth gives speed, room gives the space between, and nothing is added."""
    text = p.what
    speed = "faster" if "warmed" in text else "slower" if "cooled" in text else "just as fast"
    room = (
        "stays" if "closed" in text else "grows" if "larger" in text or "up" in text else "shrinks"
    )
    return v == (speed, "stays", room)


_PARTICLES = Family(
    id="science.particles.gas",
    skill="science.particles",
    grade=7,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={"row": _CHANGES, "gas": _STUFF, "pattern": (0, 1)},
    derive=lambda p: {"what": p.row[0]},
    stem=lambda p: (
        f"{'Some ' + p.gas if p.pattern else p.gas.capitalize()} {p.what}. Its particles move"
        f" ___ afterward. Their number ___."
        " The space between them ___."
    ),
    gaps=lambda p: (_SPEED, _COUNT, _SIZE),
    key=_facts,
    checker=_by_cause,
    misconceptions=(
        Slip(
            "number_changes",
            lambda p: (p.row[1], "shrinks" if p.row[2] == "shrinks" else "grows", p.row[2]),
            "Nothing is added or taken out, so there are as many particles as before.",
        ),
        Slip(
            "speed_wrong_way",
            lambda p: (
                {"faster": "slower", "slower": "faster", "just as fast": "faster"}[p.row[1]],
                "stays",
                p.row[2],
            ),
            "The speed of particles goes with the temperature: warmer is faster, and only that.",
        ),
        Slip(
            "space_fixed",
            lambda p: (
                (p.row[1], "stays", "stays")
                if p.row[2] != "stays"
                else (p.row[1], "stays", "grows")
            ),
            "The space between the particles goes with the room that the gas has.",
        ),
        Slip(
            "all_grow",
            lambda p: ("faster", "grows", "grows"),
            "Do not let everything grow. Ask for each: temperature, amount, room.",
        ),
        Slip(
            "nothing_moves",
            lambda p: ("just as fast", "stays", "stays"),
            "Something did change: the temperature, the room, or both.",
        ),
    ),
    hints=(
        "Temperature sets the speed. Room sets the space between. What sets the number?",
        "Ask: was anything added? Is it warmer? Is there more room?",
    ),
    steps=lambda p: (
        Step(f"The temperature: the particles move {p.row[1]}."),
        Step("Nothing is added or lost: their number stays."),
        Step(f"The room: the space between them {p.row[2]}."),
    ),
    form=TEXT,
)

FAMILIES = (_LIGHTS, _PARTICLES)
