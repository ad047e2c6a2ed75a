"""Kindergarten to grade 2: senses, living things, materials, tools, needs."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

_NAMES = ("Sam", "Mia", "Ben", "Zoe", "Max", "Liv", "Tim", "Eva", "Jon", "Ana")

# --- senses ---------------------------------------------------------------------------------------

_FOUND: tuple[tuple[str, str, str], ...] = (
    ("lime", "sour", "tongue"), ("plum", "sweet", "tongue"), ("chip", "salty", "tongue"),
    ("pill", "bitter", "tongue"), ("cake", "sweet", "tongue"), ("soup", "salty", "tongue"),
    ("bell", "loud", "ears"), ("drum", "loud", "ears"), ("horn", "loud", "ears"),
    ("song", "high", "ears"), ("hum", "low", "ears"), ("band", "loud", "ears"),
    ("hat", "red", "eyes"), ("leaf", "green", "eyes"), ("lamp", "bright", "eyes"),
    ("sock", "blue", "eyes"), ("room", "dark", "eyes"), ("star", "bright", "eyes"),
    ("rock", "rough", "skin"), ("ice", "cold", "skin"), ("bath", "warm", "skin"),
    ("silk", "smooth", "skin"), ("rug", "soft", "skin"), ("sand", "warm", "skin"),
    ("old fish", "smelly", "nose"), ("wet dog", "smelly", "nose"), ("gas", "smelly", "nose"),
    ("old milk", "smelly", "nose"), ("bad egg", "smelly", "nose"), ("sock", "smelly", "nose"),
)  # fmt: skip
_TELLS = {
    "tongue": ("sour", "sweet", "salty", "bitter"),
    "ears": ("loud", "high", "low"),
    "eyes": ("red", "green", "blue", "bright", "dark"),
    "skin": ("rough", "smooth", "cold", "warm", "soft"),
    "nose": ("smelly",),
}
_JOBS = {
    "tongue": "The tongue tells how food tastes.",
    "ears": "Ears let you hear. It made no sound here.",
    "eyes": "Eyes let you see. You can not see that.",
    "skin": "Skin tells what you touch: warm, cold, rough.",
    "nose": "The nose tells what you smell.",
}


def _other_sense(part: str) -> Slip:
    return Slip(part, lambda p: part if p.row[2] != part else None, _JOBS[part])


_SENSES = Family(
    id="science.first.senses",
    skill="science.senses",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"row": _FOUND, "name": _NAMES},
    derive=lambda p: {"thing": p.row[0], "how": p.row[1]},
    stem="{name} says the {thing} is {how}. Which part of the body tells us that?",
    key=lambda p: p.row[2],
    checker=lambda p, v: p.how in _TELLS[str(v)],
    misconceptions=tuple(map(_other_sense, _TELLS)),
    hints=(
        "Think of what you would do to find out.",
        "Can you see, hear, smell, taste or feel it?",
    ),
    steps=lambda p: (Step(f"To find out that it is {p.how}, you use your {p.row[2]}."),),
    form=TEXT,
)

# --- living or not --------------------------------------------------------------------------------

_PLANTS = ("tree", "rose", "grass", "fern", "moss", "bean plant", "oak", "vine")
_BEASTS = ("dog", "cat", "hen", "ant", "bee", "fish", "worm", "frog", "duck", "goat")
_SLOW = ("snail", "clam", "slug", "coral", "starfish", "mussel")
_RESTING = ("seed", "bulb", "bird egg with a chick", "nut in the soil")
_GOING = ("car", "bus", "kite", "boat", "train", "ball", "river", "robot")
_SOUNDING = ("bell", "drum", "radio", "horn", "clock", "phone")
_NATURAL = ("rock", "cloud", "sand", "star", "ice", "hill", "moon")
_LOOKING = ("doll", "toy cat", "snowman", "teddy bear", "stone fox", "toy dog")
_ALIVE, _DEAD = (*_PLANTS, *_BEASTS, *_SLOW, *_RESTING), (*_GOING, *_SOUNDING, *_NATURAL, *_LOOKING)


def _mine(ask: str, name: str, why: str) -> Slip:
    return Slip(name, lambda p: p[name] if p.ask == ask else None, why)


_LIVING = Family(
    id="science.first.living",
    skill="science.living",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "ask": ("is alive", "is not alive"),
        "alive": _ALIVE,
        "dead": _DEAD,
        "going": _GOING,
        "sounding": _SOUNDING,
        "natural": _NATURAL,
        "looking": _LOOKING,
        "plant": _PLANTS,
        "beast": _BEASTS,
        "slow": _SLOW,
        "resting": _RESTING,
    },
    stem="Which one {ask}?",
    key=lambda p: p.alive if p.ask == "is alive" else p.dead,
    checker=lambda p, v: (v in _DEAD) == ("not" in p.ask),
    misconceptions=(
        _mine("is alive", "going", "A {going} can move, but it does not eat or grow."),
        _mine("is alive", "sounding", "A {sounding} makes sounds, but it does not eat or grow."),
        _mine("is alive", "natural", "Nobody made it, but {natural} does not eat or grow."),
        _mine("is alive", "looking", "A {looking} only looks like it. It does not eat or grow."),
        _mine("is not alive", "plant", "It does not walk, but {plant} grows and needs water."),
        _mine("is not alive", "beast", "A {beast} eats and grows. It is alive."),
        _mine("is not alive", "slow", "A {slow} hardly moves, but it eats and grows."),
        _mine("is not alive", "resting", "A {resting} rests, but it can grow. It is alive."),
    ),
    hints=("What is alive needs food or water.", "Ask of each one: does it grow?"),
    steps=lambda p: (Step("What is alive eats or drinks, and it grows. Check each one for that."),),
    form=TEXT,
    canon=lambda p: (p.ask, p.alive, p.dead),
)

# --- materials ------------------------------------------------------------------------------------

_GOOD: dict[str, tuple[str, ...]] = {
    "let you see through it": ("glass", "a clear pane"),
    "soak up water": ("a sponge", "a paper towel", "a cotton rag"),
    "keep rain out": ("a plastic sheet", "waxed cloth", "a rain tarp"),
    "stretch and snap back": ("elastic", "a rubber band", "a soft spring"),
    "keep you warm": ("wool", "fur", "a thick quilt"),
    "hold up a roof": ("brick", "stone", "steel"),
}
_FOR: tuple[tuple[str, str], ...] = (
    ("a shop window", "let you see through it"), ("a fish tank", "let you see through it"),
    ("a lamp cover", "let you see through it"), ("a wet floor", "soak up water"),
    ("spilled milk", "soak up water"), ("a wet table", "soak up water"),
    ("a raincoat", "keep rain out"), ("a tent in the rain", "keep rain out"),
    ("rain boots", "keep rain out"), ("a hair tie", "stretch and snap back"),
    ("a sling shot", "stretch and snap back"), ("a jump mat", "stretch and snap back"),
    ("a winter hat", "keep you warm"), ("gloves for snow", "keep you warm"),
    ("a cold bed", "keep you warm"), ("a strong wall", "hold up a roof"),
    ("a tall tower", "hold up a roof"), ("the leg of a bridge", "hold up a roof"),
)  # fmt: skip
_DOES = {stuff: does for does, stuffs in _GOOD.items() for stuff in stuffs}


def _not_made_to(does: str) -> Slip:
    def value(p: Params) -> str | None:
        return _GOOD[does][p.pick % len(_GOOD[does])] if does != p.job[1] else None

    return Slip(
        does.replace(" ", "_"),
        value,
        lambda p: f"That is good to {does}. Here it has to {p.job[1]}.",
    )


_MATERIALS = Family(
    id="science.first.materials",
    skill="science.materials",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"job": _FOR, "pick": range(6), "name": _NAMES},
    derive=lambda p: {"use": p.job[0], "does": p.job[1]},
    stem="{name} needs stuff for {use}. Which is best?",
    key=lambda p: _GOOD[p.does][(p.pick + 1) % len(_GOOD[p.does])],
    checker=lambda p, v: _DOES[str(v)] == dict(_FOR)[p.use],
    misconceptions=tuple(map(_not_made_to, _GOOD)),
    hints=("What must the stuff be able to do?", "For {use} it has to {does}."),
    steps=(Step("For {use} it has to {does}. Look for what can do that."),),
    form=TEXT,
)

# --- tools ----------------------------------------------------------------------------------------

_TOOLS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ruler": ("how long", ("how long a pen is", "how wide a book is", "how tall a cup is",
                           "how long a leaf is", "how far a frog hops")),
    "scale": ("how heavy", ("how heavy a bag is", "how heavy a cat is", "how heavy a rock is",
                            "which fruit is heavier", "how heavy a shoe is")),
    "clock": ("how much time", ("how long lunch lasts", "when the bus comes", "how long a nap is",
                                "how long a song lasts", "when school ends")),
    "thermometer": ("how warm", ("how hot the soup is", "how cold the snow is",
                                 "how warm the room is", "if you have a fever",
                                 "how warm the pool is")),
    "cup with marks": ("how much liquid", ("how much milk there is", "how much juice to add",
                                           "how much rain fell in a pot", "how much oil to use",
                                           "how much water a vase holds")),
    "hand lens": ("small things close up", ("what an ant's eye looks like",
        "how a seed looks close up",
                                            "what sand looks like close up",
                                            "how a fly's wing looks", "what a hair looks like")),
}  # fmt: skip
_ASKED = tuple((tool, what) for tool, (_, whats) in _TOOLS.items() for what in whats)


def _wrong_tool(tool: str) -> Slip:
    return Slip(
        tool.replace(" ", "_"),
        lambda p: tool if tool != p.asked[0] else None,
        lambda p: f"A {tool} shows {_TOOLS[tool][0]}. {p.name} wants to know {p.asked[1]}.",
    )


_PICK_TOOL = Family(
    id="science.first.tools",
    skill="science.tools",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"asked": _ASKED, "name": _NAMES},
    derive=lambda p: {"what": p.asked[1]},
    stem="{name} wants to know {what}. Which tool helps best?",
    key=lambda p: p.asked[0],
    checker=lambda p, v: p.what in _TOOLS[str(v)][1],
    misconceptions=tuple(map(_wrong_tool, _TOOLS)),
    hints=("Each tool shows one thing.", "Is it about long, heavy, time, warm, wet or tiny?"),
    steps=lambda p: (
        Step(f"To find out {p.what}, you need a tool that shows {_TOOLS[p.asked[0]][0]}."),
    ),
    form=TEXT,
)

FAMILIES = (_SENSES, _LIVING, _MATERIALS, _PICK_TOOL)
