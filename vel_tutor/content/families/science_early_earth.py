"""Grades 3 to 5: the water cycle, planets, rocks, fossils."""

from itertools import pairwise

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital
from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- the water cycle ------------------------------------------------------------------------------

_CYCLE: tuple[tuple[str, ...], ...] = (
    (
        "The sun warms the water of a lake.", "Sunlight heats the sea.",
        "A pond gets warm in the sun.",
    ),
    (
        "Water rises as a gas that no one sees.", "Water vapor goes up into the air.",
        "Some water turns to gas and rises.",
    ),
    (
        "High up, the vapor cools to tiny drops: a cloud.", "In the cold air a cloud forms.",
        "Far above, the gas turns to drops and makes a cloud.",
    ),
    (
        "Rain falls from the cloud.", "Snow comes down on the hills.",
        "Big drops fall to the ground.",
    ),
    (
        "Streams carry the water down the slope.", "A river brings it back down.",
        "It runs over the land to lower ground.",
    ),
)  # fmt: skip


def _four_steps(p: Params) -> dict[str, object]:
    rng = rolls("cycle", p.mix)
    return {"parts": tuple(rng.choice(_CYCLE[(p.start + step) % 5]) for step in range(4))}


def _stage(text: str) -> int:
    return next(at for at, texts in enumerate(_CYCLE) if text in texts)


def _moved(name: str, order: tuple[int, ...], why: str) -> Misconception:
    return Misconception(name, lambda p: tuple(p.parts[at] for at in order), why)


_WATER = Family(
    id="science.water.cycle",
    skill="science.water_cycle",
    grade=4,
    format=ItemFormat.ORDER,
    time_s=60,
    params={"start": range(5), "mix": range(900)},
    derive=_four_steps,
    stem=lambda p: (
        f"Put the steps of the water cycle in order. Start with this one: “{p.parts[0]}”"
    ),
    key=lambda p: p.parts,
    checker=lambda p, v: (
        v[0] == p.parts[0] and all((_stage(two) - _stage(one)) % 5 == 1 for one, two in pairwise(v))
    ),
    misconceptions=(
        _moved(
            "backwards",
            (0, 3, 2, 1),
            "You went around the wrong way. Ask what each step needs before it.",
        ),
        _moved(
            "swaps_middle",
            (0, 2, 1, 3),
            "The second and third change places. Which one makes the other possible?",
        ),
        _moved(
            "swaps_last", (0, 1, 3, 2), "The last two change places. Which one must come first?"
        ),
        _moved("late_start", (0, 2, 3, 1), "You left out one step and put it at the end."),
    ),
    hints=(
        "Follow one bit of water on its way.",
        "Ask of each step: what must have happened just before?",
    ),
    steps=lambda p: tuple(
        Step(f"Then: {part}" if at else f"First: {part}") for at, part in enumerate(p.parts)
    ),
    form=TEXT,
    canon=lambda p: p.parts,
)

# --- planets --------------------------------------------------------------------------------------

_PLANETS = ("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune")
_FROM_SUN = {
    "Mercury": 58, "Venus": 108, "Earth": 150, "Mars": 228, "Jupiter": 778, "Saturn": 1432,
    "Uranus": 2867, "Neptune": 4515,
}  # fmt: skip
"""Mean distance from the sun in million kilometers."""
_ASKED = {
    "nearest to the sun": 1,
    "farthest from the sun": -1,
    "one with the shortest year": 1,
    "one with the longest year": -1,
}


def _sky(p: Params) -> dict[str, object]:
    names = some(rolls("planets", p.mix), _PLANETS, 4)
    return {"names": tuple(sorted(names, key=lambda name: _ASKED[p.ask] * _PLANETS.index(name)))}


def _planet_order(name: str, order: tuple[int, ...], why: str) -> Misconception:
    return Misconception(name, lambda p: tuple(p.names[at] for at in order), why)


_ORBITS = Family(
    id="science.solar.order",
    skill="science.solar_system",
    grade=5,
    format=ItemFormat.ORDER,
    time_s=50,
    params={"ask": tuple(_ASKED), "mix": range(900)},
    derive=_sky,
    stem="Put these planets in order. Start with the {ask}.",
    key=lambda p: p.names,
    checker=lambda p, v: list(v) == sorted(v, key=lambda name: _ASKED[p.ask] * _FROM_SUN[name]),
    misconceptions=(
        _planet_order(
            "other_way", (3, 2, 1, 0), "You began at the wrong end. Read again which comes first."
        ),
        _planet_order(
            "swaps_first", (1, 0, 2, 3), "The first two change places. Which is nearer to the sun?"
        ),
        _planet_order(
            "swaps_middle",
            (0, 2, 1, 3),
            "The two in the middle change places. Say all eight in order.",
        ),
        _planet_order(
            "swaps_last", (0, 1, 3, 2), "The last two change places. Which is nearer to the sun?"
        ),
    ),
    hints=(
        "Say all eight planets in order from the sun.",
        "The farther a planet is from the sun, the longer is its year.",
    ),
    steps=lambda p: (
        Step(f"From the sun outward: {', '.join(_PLANETS)}."),
        Step(f"Of these four, in the order asked for: {', '.join(p.names)}."),
    ),
    form=TEXT,
    canon=lambda p: (p.ask, p.names),
)

# --- which rock is it -----------------------------------------------------------------------------

_SIGNS = {
    "igneous": ("large crystals, no layers", "tiny crystals and holes of gas", "like dark glass"),
    "sedimentary": (
        "layers of sand grains", "layers of mud with shells", "round pebbles, stuck together",
    ),
    "metamorphic": (
        "bent bands of light and dark", "flat shining sheets, all one way",
        "pressed and baked, bent bands",
    ),
    "mineral": (
        "one clear crystal, one stuff", "one crystal with flat faces", "a cube of one stuff",
    ),
    "waste": (
        "red brick with a maker's mark", "a lump of old concrete", "a bit of a glass bottle",
    ),
}  # fmt: skip
_MADE = {
    "igneous": "from melted rock that cooled",
    "sedimentary": "from bits pressed together in layers",
    "metamorphic": "from old rock under heat and pressure",
}
_CUES = {
    "igneous": ("no layers", "holes of gas", "dark glass"),
    "sedimentary": ("layers of", "pebbles"),
    "metamorphic": ("bent", "sheets"),
}
_WHY_ROCK = {
    "igneous": "Crystals or holes of gas tell of melted rock that cooled.",
    "sedimentary": "Layers, grains or shells tell of bits that settled and were pressed.",
    "metamorphic": "Bent bands or flat sheets tell of heat and pressure.",
    "mineral": "One stuff all through is a mineral. Rocks are made of minerals.",
    "waste": "That was made by people. It did not form in the ground.",
}


def _rocks(p: Params) -> Question | None:
    rng = rolls("rocks", p.mix)
    kinds = some(rng, tuple(_SIGNS), 5)
    signs = {
        f"rock {letter}": (kind, rng.choice(_SIGNS[kind]))
        for letter, kind in zip("ABCDE", kinds, strict=True)
    }
    key = next(name for name, (kind, _) in signs.items() if kind == p.kind)
    rows = {name: f"{name} | {sign}" for name, (_, sign) in signs.items()}
    return Question(
        stem=f"Which of these rocks formed {_MADE[p.kind]}?",
        key=key,
        wrong={
            kind: Slip(name, f"{capital(name)}: {_WHY_ROCK[kind]}")
            for name, (kind, _) in signs.items()
            if kind != p.kind
        },
        hints=(
            "Each way of forming leaves its own signs.",
            "Look for crystals, layers or bent bands.",
        ),
        steps=(Step(_WHY_ROCK[p.kind], rows[key], p.kind),),
        passage="\n".join(("find | what it looks like", *rows.values())),
        same=tuple(signs.items()),
    )


def _rocks_check(p: Params, q: Question, answer: str) -> bool:
    """Read the row of the answer and look for a sign of the right kind."""
    row = next(row for row in q.passage.split("\n") if row.startswith(f"{answer} |"))
    return any(cue in row for cue in _CUES[p.kind])


_ROCKS = asking(
    Asking(
        id="science.rocks.signs",
        skill="science.rocks",
        grade=4,
        time_s=60,
        params={"mix": range(4000), "kind": tuple(_MADE)},
        make=_rocks,
        slips=tuple(_SIGNS),
        checker=_rocks_check,
    )
)

# --- what the place was like ----------------------------------------------------------------------

_PLACES = {
    "a sea": ("sea shells", "shark teeth", "coral", "sea urchins"),
    "a swamp": ("fern leaves", "frog bones", "reed stems", "dragonflies"),
    "a desert": ("camel bones", "dune sand", "lizard tracks in sand", "salt crust"),
    "cold land": ("mammoth tusks", "reindeer bones", "scratches of ice", "moss and dwarf willow"),
}
_PLACE_OF = {find: place for place, finds in _PLACES.items() for find in finds}
_GAPS = tuple(_PLACES)


def _column(p: Params) -> dict[str, object]:
    rng = rolls("column", p.mix)
    places = some(rng, _GAPS, 3)
    return {"finds": tuple(rng.choice(_PLACES[place]) for place in places), "places": places}


def _column_words(p: Params) -> str:
    top, middle, low = p.finds
    return (
        f"Three layers of rock. In the top one: {top}. In the middle one: {middle}. In the"
        f" lowest: {low}."
    )


def _past(p: Params) -> tuple[str, str, str]:
    return p.places[2], p.places[1], p.places[0]


def _past_slip(name: str, order: tuple[int, ...], why: str) -> Misconception:
    return Misconception(name, lambda p: tuple(_past(p)[at] for at in order), why)


_LAYERS = Family(
    id="science.fossils.places",
    skill="science.fossils",
    grade=5,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={"mix": range(5000)},
    derive=_column,
    stem=lambda p: (
        f"A cliff has three layers. Finds: {p.finds[0]} in the top layer, {p.finds[1]} in the"
        f" middle"
        f" and {p.finds[2]} at the bottom. First the place was ___. Later it was ___. Last of"
        f" all it was ___."
    ),
    gaps=lambda p: (_GAPS,) * 3,
    key=_past,
    checker=lambda p, v: all(
        find in _PLACES[place] for find, place in zip(p.finds, v[::-1], strict=True)
    ),
    misconceptions=(
        _past_slip(
            "top_is_oldest", (2, 1, 0), "You began at the top. The lowest layer is the oldest."
        ),
        _past_slip(
            "swaps_first", (1, 0, 2), "Check the two lower layers: the lowest was there first."
        ),
        _past_slip("swaps_last", (0, 2, 1), "Check the two upper layers: the top one came last."),
        _past_slip(
            "starts_in_middle", (1, 2, 0), "You began in the middle. Begin with the lowest layer."
        ),
    ),
    hints=(
        "Layers pile up: the lowest is the oldest.",
        "What lived or lay in each layer tells what the place was like.",
    ),
    steps=lambda p: tuple(
        Step(f"{find.capitalize()} tell of {_PLACE_OF[find]}.") for find in p.finds[::-1]
    ),
    form=TEXT,
    figure=lambda p: drawn.layers(
        _column_words(p), ("top", "middle", "bottom"), marks=dict(enumerate(p.finds))
    ),
    alt=_column_words,
    canon=lambda p: p.finds,
)

FAMILIES = (_WATER, _ORBITS, _ROCKS, _LAYERS)
