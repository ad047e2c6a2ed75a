"""Kindergarten to grade 3: pushes, needs, groups of animals, questions that can be tested."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- push or pull ---------------------------------------------------------------------------------

_PUSHES = (
    "kick a ball", "shut a drawer", "ring a door bell", "press a key", "roll a ball away",
    "shove a box off you", "squeeze a lump of clay flat", "pump up a tire", "push in a pin",
    "move a cart ahead of you",
)  # fmt: skip
_PULLS = (
    "open a drawer", "drag a sled behind you", "pluck a weed", "raise a flag with a rope",
    "take off a sock", "reel in a fish", "zip a coat up", "draw a bow", "lift a bucket by a rope",
    "tow a toy on a string",
)  # fmt: skip
_WAYS = ("push", "pull")


def _push_rows(p: Params) -> dict[str, object]:
    rng = rolls("pushes", p.mix)
    rows = tuple(
        (text, way)
        for way, texts in zip(_WAYS, (_PUSHES, _PULLS), strict=True)
        for text in some(rng, texts, 2)
    )
    order = some(rng, range(4), 3)
    return {"rows": tuple(rows[at] for at in order)}


def _turned(p: Params, *places: int) -> tuple[str, ...]:
    """The key with some of its words changed."""
    return tuple(
        _WAYS[1 - _WAYS.index(way)] if at in places else way for at, (_, way) in enumerate(p.rows)
    )


_PUSH = Family(
    id="science.first.push",
    skill="science.push_pull",
    grade=1,
    format=ItemFormat.CLOZE,
    time_s=40,
    params={"mix": range(4000)},
    derive=_push_rows,
    stem=lambda p: " ".join(f"To {text}, you ___." for text, _ in p.rows),
    gaps=lambda p: (_WAYS,) * 3,
    key=_turned,
    checker=lambda p, v: all(
        (text in _PULLS) == (way == "pull") for (text, _), way in zip(p.rows, v, strict=True)
    ),
    misconceptions=(
        Slip(
            "all_turned",
            lambda p: _turned(p, 0, 1, 2),
            "A push goes away from you. A pull comes to you.",
        ),
        Slip(
            "first",
            lambda p: _turned(p, 0),
            lambda p: f"Think again: you {p.rows[0][0]}. To you, or away?",
        ),
        Slip(
            "second",
            lambda p: _turned(p, 1),
            lambda p: f"Think again: you {p.rows[1][0]}. To you, or away?",
        ),
        Slip(
            "third",
            lambda p: _turned(p, 2),
            lambda p: f"Think again: you {p.rows[2][0]}. To you, or away?",
        ),
    ),
    hints=("Act it out with your hands.", "Does the thing go away from you, or come to you?"),
    steps=lambda p: tuple(
        Step(f"You {text}: the thing {'comes to' if text in _PULLS else 'goes away from'} you.")
        for text, _ in p.rows
    ),
    form=TEXT,
    canon=lambda p: p.rows,
)

# --- what is missing ------------------------------------------------------------------------------

_PETS = ("dog", "cat", "hen", "goat", "pig", "duck", "lamb", "mouse", "frog", "horse")
_POTS = ("rose", "bean", "fern", "pea plant", "corn plant", "daisy", "young tree", "herb")
_HAS = {
    "water": ("a bowl of water", "wet soil"),
    "air": ("fresh air", "fresh air"),
    "food": ("its food", ""),
    "light": ("", "the light of the sun"),
    "space": ("a home", "a big pot"),
}
_LACKS = {
    "water": "It dries out without it.",
    "air": "No living thing can do without air.",
    "food": "Animals must eat to live.",
    "light": "A plant makes its food with light.",
    "space": "It needs a place to live in.",
}
_ASKED = {"animal": ("water", "air", "food", "space"), "plant": ("water", "air", "light", "space")}


def _kept(p: Params) -> dict[str, object]:
    who = p.pet if p.kind == "animal" else p.pot
    needs = [need for need in _ASKED[p.kind] if need != p.lack]
    order = some(rolls("needs", p.mix), needs, 3)
    has = [_HAS[need][p.kind == "plant"] for need in order]
    return {"who": who, "has": f"{has[0]}, {has[1]} and {has[2]}", "needs": tuple(needs)}


def _has_it(need: str) -> Slip:
    def value(p: Params) -> str | None:
        told = _HAS[need][p.kind == "plant"]
        return need if told and told in p.has else None

    return Slip(
        need, value, lambda p: f"The {p.who} has {_HAS[need][p.kind == 'plant']}: that is {need}."
    )


_NEEDS = Family(
    id="science.first.needs",
    skill="science.needs",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "kind": ("animal", "plant"),
        "pet": _PETS,
        "pot": _POTS,
        "lack": tuple(_LACKS),
        "mix": range(12),
    },
    where=(lambda p: p.lack in _ASKED[p.kind],),
    derive=lambda p: _kept(p) if p.lack in _ASKED[p.kind] else {},
    stem="A {who} has {has}. What does it still need to live?",
    key=lambda p: p.lack,
    checker=lambda p, v: v in _ASKED[p.kind] and _HAS[str(v)][p.kind == "plant"] not in p.has,
    misconceptions=(
        *map(_has_it, _HAS),
        Slip("shoes", lambda p: "shoes", "People like shoes, but no {kind} needs them to live."),
        Slip("a song", lambda p: "a song", "A song is nice, but no {kind} needs it to live."),
    ),
    hints=(
        "What do you need to live? They need much the same.",
        "Go through what the {who} has. What is not there?",
    ),
    steps=lambda p: (Step(f"It has {p.has}. {_LACKS[p.lack]}"),),
    form=TEXT,
    canon=lambda p: (p.who, p.has),
)

# --- groups of animals ----------------------------------------------------------------------------

_BODIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "birds": ("feathers", ("hen", "duck", "owl", "robin", "penguin", "swan", "ostrich", "crow")),
    "fish": ("gills and fins", ("cod", "trout", "shark", "salmon", "tuna", "carp", "eel")),
    "insects": ("six legs", ("ant", "bee", "fly", "beetle", "moth", "wasp", "cricket")),
    "mammals": (
        "hair, and milk for the young",
        ("dog", "cow", "bat", "mouse", "whale", "lion", "goat"),
    ),
    "reptiles": ("dry scales and lungs", ("snake", "lizard", "turtle", "gecko", "crocodile")),
}
_GROUP_OF = {animal: group for group, (_, animals) in _BODIES.items() for animal in animals}
_TRICKY = {
    "penguin": "fish", "ostrich": "mammals", "bat": "birds", "whale": "fish", "eel": "reptiles",
    "shark": "mammals", "fly": "birds",
}  # fmt: skip


def _zoo(p: Params) -> dict[str, object]:
    rng = rolls("zoo", p.mix)
    others = [group for group in _BODIES if group != p.group]
    return {
        "rights": some(rng, _BODIES[p.group][1], 2 + p.mix % 2),
        "wrongs": {group: rng.choice(_BODIES[group][1]) for group in others},
        "mark": _BODIES[p.group][0],
    }


def _stranger(group: str) -> Slip:
    return Slip(
        group,
        lambda p: p.wrongs.get(group),
        lambda p: f"A {p.wrongs[group]} has {_BODIES[group][0]}. It belongs to the {group}.",
    )


_GROUPS = Family(
    id="science.first.groups",
    skill="science.classify",
    grade=2,
    format=ItemFormat.MULTI,
    time_s=45,
    params={"group": tuple(_BODIES), "mix": range(2000)},
    derive=_zoo,
    stem="Which of these are {group}? Pick all of them.",
    key=lambda p: p.rights,
    checker=lambda p, v: _GROUP_OF[str(v)] == p.group,
    misconceptions=tuple(map(_stranger, _BODIES)),
    hints=("Look at the body, not at the place where it lives.", "All {group} have {mark}."),
    steps=(Step("All {group} have {mark}. Check each animal for that."),),
    form=TEXT,
    canon=lambda p: (p.group, frozenset(p.rights), frozenset(p.wrongs.values())),
)

# --- a question for a test ------------------------------------------------------------------------

_MEASURED = (
    ("ball", "bounces higher"), ("top", "spins longer"), ("kite", "flies higher"),
    ("cup", "holds more"), ("bag", "is heavier"), ("boat", "sinks first"),
    ("toy car", "rolls farther"), ("candle", "burns longer"), ("seed", "sprouts first"),
    ("magnet", "lifts more pins"), ("soap", "makes more foam"), ("towel", "soaks up more"),
    ("snail", "crawls faster"), ("ice cube", "melts first"),
    ("bridge of paper", "holds more coins"),
)  # fmt: skip
_TASTES = ("is nicer", "is more fun", "looks better", "is cuter", "is the best friend")
_SHOULD = (
    "should all of us have", "must we buy", "ought people to like", "should be the winner",
    "do we deserve",
)  # fmt: skip
_FEELS = ("feels sad", "wants to play", "has good dreams", "likes you best", "is proud today")
_MAGIC = (
    "brings good luck", "will be lucky for me", "came from a dream", "has a secret wish",
    "knows my name",
)  # fmt: skip


_TESTABLE = Family(
    id="science.first.testable",
    skill="science.questions",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "good": _MEASURED,
        "taste": _TASTES,
        "duty": _SHOULD,
        "feel": _FEELS,
        "magic": _MAGIC,
        "name": ("Sam", "Mia", "Ben", "Zoe", "Max", "Liv"),
    },
    derive=lambda p: {"thing": p.good[0]},
    stem="{name} has two kinds of {thing}. Which question can a test answer?",
    key=lambda p: f"Which {p.thing} {p.good[1]}?",
    checker=lambda p, v: any(str(v).endswith(f" {what}?") for _, what in _MEASURED),
    misconceptions=(
        Slip(
            "taste",
            lambda p: f"Which {p.thing} {p.taste}?",
            "People like different things. No test can tell that.",
        ),
        Slip(
            "duty",
            lambda p: f"Which {p.thing} {p.duty}?",
            "What people should do is a choice. You can not measure it.",
        ),
        Slip(
            "feel",
            lambda p: f"Which {p.thing} {p.feel}?",
            "A {thing} does not tell you about feelings in a test.",
        ),
        Slip(
            "magic",
            lambda p: f"Which {p.thing} {p.magic}?",
            "There is nothing that you could see or measure for that.",
        ),
    ),
    hints=(
        "In a test you do something and look what happens.",
        "Which answer could you count or measure?",
    ),
    steps=lambda p: (
        Step(f"You can see or measure which {p.thing} {p.good[1]}. The others cannot be measured."),
    ),
    form=TEXT,
    canon=lambda p: (p.good, p.taste, p.duty, p.feel, p.magic),
)

FAMILIES = (_PUSH, _NEEDS, _GROUPS, _TESTABLE)
