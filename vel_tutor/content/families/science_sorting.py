"""Grades 3 to 6: sorting traits and changes, parting mixtures."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import PEOPLE, rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- learned or from the parents ------------------------------------------------------------------

_LEARNED = (
    "reading a map", "riding a bike", "speaking French", "tying a knot", "playing the drums",
    "swimming on the back", "baking bread", "catching a ball", "telling the time", "juggling",
)  # fmt: skip
_INBORN = {
    "color": ("brown eyes", "red hair", "dark skin", "green eyes"),
    "shape": ("round ears", "a long nose", "dimples in the cheeks", "a wide chin"),
    "reflex": ("blinking at bright light", "sneezing at dust", "sucking as a baby"),
    "body": ("ten fingers", "curly hair", "blood of type A"),
}
_WHY_INBORN = {
    "color": "Colors of eyes, hair and skin come from the parents.",
    "shape": "The shape of the face comes from the parents.",
    "reflex": "Babies do that without being taught.",
    "body": "That is there from the start of life.",
}


def _person(p: Params) -> dict[str, object]:
    rng = rolls("traits", p.mix)
    return {
        "learned": some(rng, _LEARNED, 2 + p.mix % 2),
        "who": rng.choice(PEOPLE).name,
        "inborn": {kind: rng.choice(row) for kind, row in _INBORN.items()},
    }


def _not_learned(kind: str) -> Slip:
    return Slip(kind, lambda p: p.inborn[kind], _WHY_INBORN[kind])


_TRAITS = Family(
    id="science.traits.learned",
    skill="science.traits",
    grade=3,
    format=ItemFormat.MULTI,
    time_s=45,
    params={"mix": range(4000)},
    derive=_person,
    stem="Which of these did {who} have to learn? Pick all of them.",
    key=lambda p: p.learned,
    checker=lambda p, v: not any(v in row for row in _INBORN.values()),
    misconceptions=tuple(map(_not_learned, _INBORN)),
    hints=(
        "Which of them can a new baby not have yet?",
        "What is learned takes time and practice.",
    ),
    steps=lambda p: (
        Step(f"These take practice: {', '.join(p.learned)}. The rest comes from the parents."),
    ),
    form=TEXT,
    canon=lambda p: (frozenset(p.learned), tuple(p.inborn.values())),
)

# --- a new substance or not -----------------------------------------------------------------------

_NEW = (
    "a log burns to ash", "an iron gate rusts", "milk turns sour", "a cake bakes", "a match burns",
    "an egg is fried", "a leaf rots", "a silver spoon turns black", "dough rises with yeast",
    "vinegar fizzes on baking soda", "fireworks explode", "an apple slice turns brown",
)  # fmt: skip
_SAME = {
    "melting": ("butter melts", "snow melts", "chocolate melts", "wax melts"),
    "boiling": (
        "water boils in a pot", "a puddle dries up", "wet hair dries", "steam fogs a mirror",
    ),
    "breaking": ("a glass breaks", "paper is torn", "wood is sawn", "a rock is crushed"),
    "mixing": (
        "salt dissolves in soup", "sand is stirred into gravel", "sugar dissolves in tea",
        "ink spreads in water",
    ),
}  # fmt: skip
_WHY_SAME = {
    "melting": "Melting changes the state. The stuff is the same and can harden again.",
    "boiling": "The water only changes between liquid and gas. It is still water.",
    "breaking": "The pieces are smaller, but they are of the same stuff.",
    "mixing": "Both are still there and can be parted again.",
}


def _kitchen(p: Params) -> dict[str, object]:
    rng = rolls("kitchen", p.mix)
    return {
        "news": some(rng, _NEW, 2 + p.mix % 2),
        "same": {kind: rng.choice(row) for kind, row in _SAME.items()},
    }


def _nothing_new(kind: str) -> Slip:
    return Slip(kind, lambda p: p.same[kind], _WHY_SAME[kind])


_CHANGES = Family(
    id="science.changes.new",
    skill="science.chemical_change",
    grade=6,
    format=ItemFormat.MULTI,
    time_s=50,
    params={"mix": range(4000)},
    derive=_kitchen,
    stem="In which of these does a new substance form? Pick all of them.",
    key=lambda p: p.news,
    checker=lambda p, v: not any(v in row for row in _SAME.values()),
    misconceptions=tuple(map(_nothing_new, _SAME)),
    hints=(
        "Could you get the old stuff back by cooling, drying or sorting?",
        "Look for burning, rotting, rusting, baking or a new gas.",
    ),
    steps=lambda p: tuple(
        Step(f"When {text}, something forms that was not there before.") for text in p.news
    ),
    form=TEXT,
    canon=lambda p: (frozenset(p.news), tuple(p.same.values())),
)

# --- how to part a mixture ------------------------------------------------------------------------

_WAYS = {
    "a magnet": (
        ("iron filings", "sand"), ("steel pins", "rice"), ("iron powder", "sulfur"),
        ("nails", "sawdust"),
    ),
    "a filter": (
        ("sand", "water"), ("tea leaves", "tea"), ("mud", "water"), ("coffee grounds", "coffee"),
    ),
    "drying it up": (
        ("salt", "water it dissolved in"), ("sugar", "water it dissolved in"),
        ("copper salt", "water it dissolved in"), ("baking soda", "water it dissolved in"),
    ),
    "a sieve": (
        ("gravel", "fine sand"), ("dry beans", "flour"), ("pebbles", "salt"), ("nuts", "sugar"),
    ),
    "pouring off": (
        ("oil", "the water under it"), ("water", "pebbles below"), ("cream", "the milk under it"),
        ("water", "marbles below"),
    ),
}  # fmt: skip
_USES = {
    "a magnet": "A magnet pulls out iron or steel, and there is none here.",
    "a filter": "A filter keeps back bits in a liquid. It lets through what has dissolved.",
    "drying it up": "Drying up leaves behind what was dissolved. Here nothing is dissolved.",
    "a sieve": "A sieve parts dry grains of different size.",
    "pouring off": "Pouring works when one part lies on top of the other.",
}
_FEATURES = {
    "a magnet": ("iron", "steel", "nails"),
    "drying it up": ("dissolved",),
    "pouring off": ("under it", "below"),
}
_LIQUIDS = ("water", "tea", "coffee")


def _method(parts: tuple[str, str]) -> str:
    """The way that fits, from the properties of the two parts."""
    text = " and ".join(parts)
    for way, words in _FEATURES.items():
        if any(word in text for word in words):
            return way
    return "a filter" if parts[1] in _LIQUIDS else "a sieve"


def _not_that_way(way: str) -> Slip:
    return Slip(way.replace(" ", "_"), lambda p: way if way != p.row[0] else None, _USES[way])


_MIX = Family(
    id="science.mixtures.part",
    skill="science.mixtures",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "row": tuple((way, parts) for way, pairs in _WAYS.items() for parts in pairs),
        "who": tuple(person.name for person in PEOPLE[::3]),
    },
    derive=lambda p: {"one": p.row[1][0], "two": p.row[1][1]},
    stem="{who} has a mix of {one} and {two}. What is the simplest way to part them?",
    key=lambda p: p.row[0],
    checker=lambda p, v: v == _method((p.one, p.two)),
    misconceptions=tuple(map(_not_that_way, _WAYS)),
    hints=(
        "How do the two parts differ?",
        "Iron? Dissolved? Grains of two sizes? One on top of the other?",
    ),
    steps=lambda p: (
        Step(f"With {p.one} and {p.two}, {p.row[0]} makes use of what differs between them."),
    ),
    form=TEXT,
)

FAMILIES = (_TRAITS, _CHANGES, _MIX)
