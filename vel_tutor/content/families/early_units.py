"""Grades 4 and 5: smaller and larger units, times as many, stories with several steps."""

from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_UNITS = (
    ("m", "cm", 100), ("km", "m", 1000), ("kg", "g", 1000), ("L", "mL", 1000),
    ("h", "min", 60), ("min", "s", 60), ("ft", "in", 12), ("cm", "mm", 10),
)  # fmt: skip


def _unit(p: Params) -> dict[str, object]:
    big, small, size = p.units
    return {"big": big, "small": small, "size": size}


_DOWN = Family(
    id="math.convert.smaller_unit",
    skill="math.convert",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"units": _UNITS, "n": range(2, 31)},
    derive=lambda p: {**_unit(p), "x": p.n * p.units[2]},
    where=(lambda p: p.n != p.size,),
    stem="How many {small} are {n} {big}?",
    key=lambda p: p.x,
    checker=lambda p, v: v / p.size == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.size, "You added {size}. Each {big} has {size} {small}."),
        Slip(
            "factor_ten",
            lambda p: p.n * 10,
            "You used 10. One {big} has {size} {small}.",
        ),
        Slip("factor_hundred", lambda p: p.n * 100, "You used 100. One {big} is {size} {small}."),
        Slip(
            "factor_thousand", lambda p: p.n * 1000, "You used 1,000. One {big} is {size} {small}."
        ),
        Slip("one_unit", lambda p: p.size, "That is one {big}. Here you have {n} of them."),
        Slip("no_change", lambda p: p.n, "A {small} is less than one {big}, so you need more."),
    ),
    hints=("How many {small} are in one {big}?", "One {big} is {size} {small}. You have {n}."),
    steps=(Step("Each {big} is {size} {small}.", "{n} * {size}", "{x}"),),
    unit="{small}",
)

_THINGS = {"m": "rope", "km": "path", "kg": "box", "L": "tank", "h": "trip", "min": "song",
           "ft": "board", "cm": "stick"}  # fmt: skip
_IS = {"kg": "weighs", "L": "holds", "h": "takes", "min": "takes"}

_MIXED = Family(
    id="math.convert.mixed_units",
    skill="math.convert",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"units": _UNITS, "n": range(2, 13), "m": range(2, 100)},
    derive=lambda p: {
        **_unit(p),
        "x": p.n * p.units[2] + p.m,
        "bigs": p.n * p.units[2],
        "thing": _THINGS[p.units[0]],
        "does": _IS.get(p.units[0], "measures"),
    },
    where=(
        lambda p: p.m < p.size and p.n != p.m,
        lambda p: p.x != int(f"{p.n}{p.m}") or p.size == 100,
    ),
    stem="A {thing} {does} {n} {big} {m} {small}. How many {small} is that?",
    key=lambda p: p.x,
    checker=lambda p, v: divmod(v, p.size) == (p.n, p.m),
    misconceptions=(
        Slip(
            "writes_side_by_side",
            lambda p: int(f"{p.n}{p.m}"),
            "You wrote {n} and {m} side by side. One {big} is {size} {small}.",
        ),
        Slip("adds", lambda p: p.n + p.m, "You added {n} and {m}, but a {big} is not a {small}."),
        Slip("big_part_only", lambda p: p.bigs, "That is just {n} {big}. Add the {m} {small}."),
        Slip("times_ten", lambda p: p.n * 10 + p.m, "One {big} is {size} {small}, not 10 of them."),
        Slip(
            "times_hundred",
            lambda p: p.n * 100 + p.m,
            "One {big} is {size} {small}, not 100 of them.",
        ),
        Slip("one_big", lambda p: p.size + p.m, "That is for one {big}. Here it is {n} {big}."),
    ),
    hints=("Change the {big} into {small} first.", "{n} {big} are {bigs:,} {small}. Add the rest."),
    steps=(
        Step("Change the larger unit.", "{n} * {size}", "{bigs}"),
        Step("Add the rest.", "{bigs} + {m}", "{x}"),
    ),
    unit="{small}",
)

_BOTTLES = (
    ("L", "mL", 1000, "jug", "glasses", "holds", (200, 250, 125, 100, 500)),
    ("kg", "g", 1000, "sack", "bags", "holds", (250, 125, 200, 500, 50)),
    ("m", "cm", 100, "roll", "strips", "measures", (25, 20, 50, 5, 4)),
    ("h", "min", 60, "show", "scenes", "lasts", (15, 12, 20, 10, 5)),
)


def _shares(p: Params) -> dict[str, object]:
    big, small, size, thing, parts, does, sizes = p.what
    each = sizes[p.which]
    return {
        "big": big,
        "small": small,
        "size": size,
        "thing": thing,
        "parts": parts,
        "does": does,
        "each": each,
        "all": p.n * size,
        "x": p.n * size // each,
        "per_one": size // each,
    }


_STORY = Family(
    id="math.convert.parts",
    skill="math.convert",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"what": _BOTTLES, "which": range(5), "n": range(2, 13)},
    derive=_shares,
    where=(lambda p: p.n not in (p.x, p.per_one),),
    stem="A {thing} {does} {n} {big}. It is split into {parts} of {each} {small}. How many"
    " {parts} is that?",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.each == p.n * p.size,
    misconceptions=(
        Slip("one_unit_only", lambda p: p.per_one, "That is for 1 {big}. The {thing} {does} {n}."),
        Slip("smaller_unit", lambda p: p.all, "That is {n} {big} in {small}. Now share it out."),
        Slip(
            "multiplies",
            lambda p: p.n * p.each,
            "You multiplied. How many times does {each} {small} fit?",
        ),
        Slip("ten_times", lambda p: p.x * 10, "Ten times too many. One {big} is {size} {small}."),
        Slip("adds", lambda p: p.n + p.each, "You cannot add {big} and {small} like that."),
        Slip("one_off", lambda p: p.x + 1, "One too many: that needs more than {n} {big}."),
    ),
    hints=("Use one unit for both.", "{n} {big} are {all:,} {small}. How often does {each} fit?"),
    steps=(
        Step("In the smaller unit:", "{n} * {size}", "{all}"),
        Step("Share it out.", "{all} ÷ {each}", "{x}"),
    ),
)

_TIMES = Family(
    id="math.times_as_many.find",
    skill="math.times_as_many",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "a": range(3, 15),
        "k": range(2, 10),
        "what": (
            ("A bush is {a} m tall. A tree is {k} times as tall.", "tall is the tree", "m"),
            (
                "A cat weighs {a} kg. A dog weighs {k} times as much.",
                "much does the dog weigh",
                "kg",
            ),
            ("A pen costs ${a}. A bag costs {k} times as much.", "many dollars is the bag", "$"),
            ("Leo has {a} cards. Mia has {k} times as many.", "many cards does Mia have", ""),
        ),
    },
    derive=lambda p: {
        "told": p.what[0].format(a=p.a, k=p.k),
        "asks": p.what[1],
        "x": p.a * p.k,
        "unit_text": p.what[2] if p.what[2] != "$" else "",
    },
    where=(lambda p: p.a != p.k and p.x != p.a + p.k,),
    stem="{told} How {asks}?",
    key=lambda p: p.x,
    checker=lambda p, v: v / p.k == p.a,
    misconceptions=(
        Slip("adds", lambda p: p.a + p.k, "That is {k} more than {a}. It is {k} times as much."),
        Slip("says_times", lambda p: p.k, "{k} tells how many times. What is {k} times {a}?"),
        Slip("one_more_time", lambda p: p.x + p.a, "One time too many: {k} times {a}, not more."),
        Slip("one_time_less", lambda p: p.x - p.a, "One time is missing: take {a} just {k} times."),
        Slip("divides", lambda p: p.a // p.k or None, "You divided. It is more here, not less."),
    ),
    hints=("Draw a bar for the small one. Now draw it {k} times.", "What is {k} times {a}?"),
    steps=(Step("Take it {k} times.", "{k} * {a}", "{x}"),),
    unit="{unit_text}",
)

_HOW_MANY_TIMES = Family(
    id="math.times_as_many.compare",
    skill="math.times_as_many",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "a": range(3, 15),
        "k": range(2, 12),
        "what": (
            ("A tree is {n} m tall and a bush is {a} m", "tall is the tree as the bush"),
            ("A dog weighs {n} kg and a cat {a} kg", "heavy is the dog as the cat"),
            ("A red rope is {n} m long and a blue rope {a} m", "long is the red rope as the blue"),
        ),
    },
    derive=lambda p: {
        "n": p.a * p.k,
        "told": p.what[0].format(a=p.a, n=p.a * p.k),
        "asks": p.what[1],
        "gap": p.a * p.k - p.a,
    },
    where=(lambda p: p.a != p.k and p.gap != p.k,),
    stem="{told}. How many times as {asks}?",
    key=lambda p: p.k,
    checker=lambda p, v: sum([p.a] * int(v)) == p.n,
    misconceptions=(
        Slip("how_much_more", lambda p: p.gap, "That is how much more. How many times {a} is it?"),
        Slip("says_small", lambda p: p.a, "{a} is the small one. How often does it fit into {n}?"),
        Slip("one_less", lambda p: p.k - 1, "One more {a} fits into {n}. Count them again."),
        Slip("one_more", lambda p: p.k + 1, "That many times {a} is more than {n}."),
        Slip("multiplies", lambda p: p.n * p.a, "You multiplied. How often does {a} fit into {n}?"),
    ),
    hints=("How often does {a} fit into {n}?", "What times {a} makes {n}?"),
    steps=(Step("See how often it fits.", "{n} ÷ {a}", "{k}"),),
)


def _shares_well(a: int, b: int, c: int, d: int, k: int) -> bool:
    """Whether k friends can share a bags of b and c boxes of d, but not the bags alone."""
    each, rest = divmod(a * b + c * d, k)
    return rest == 0 and a * b % k > 0 and b != d and a != c and each not in (k, b, d)


_EVEN_SHARES = tuple(
    (a, b, c, d, k)
    for a in range(2, 7)
    for b in range(4, 13)
    for c in range(2, 7)
    for d in range(3, 13)
    for k in range(2, 9)
    if _shares_well(a, b, c, d, k)
)


def _shop(p: Params) -> dict[str, object]:
    a, b, c, d, k = p.numbers
    total = a * b + c * d
    known = {"a": a, "b": b, "c": c, "d": d, "k": k}
    return {**known, "first": a * b, "second": c * d, "total": total, "each": total // k}


_THREE_STEPS = Family(
    id="math.stories.three_steps",
    skill="math.stories",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "numbers": _EVEN_SHARES,
        "name": NAMES,
        "what": ("pens", "balls", "cards", "nuts", "eggs"),
    },
    derive=_shop,
    canon=lambda p: (p.a, p.b, p.c, p.d, p.k),
    stem="{name} has {a} bags of {b} {what} and {c} boxes of {d} {what}. {k} friends share them"
    " all. How many does each friend get?",
    key=lambda p: p.each,
    checker=lambda p, v: v * p.k - p.c * p.d == p.a * p.b,
    misconceptions=(
        Slip("stops_at_total", lambda p: p.total, "{total} is how many there are. Share them."),
        Slip("bags_only", lambda p: p.first // p.k, "You shared the bags. The boxes count, too."),
        Slip(
            "adds_all",
            lambda p: (p.a + p.b + p.c + p.d) // p.k,
            "{a} bags of {b} is {a} times {b}. Do not just add.",
        ),
        Slip("subtracts", lambda p: p.total - p.k, "You took {k} away. Share among {k} friends."),
        Slip("one_over", lambda p: p.each + 1, "That needs more {what} than there are."),
    ),
    hints=("How many {what} are in the bags, and how many in the boxes?", "{total} in all. Share."),
    steps=(
        Step("In the bags:", "{a} * {b}", "{first}"),
        Step("In the boxes:", "{c} * {d}", "{second}"),
        Step("In all:", "{first} + {second}", "{total}"),
        Step("For each friend:", "{total} ÷ {k}", "{each}"),
    ),
)

FAMILIES = (_DOWN, _MIXED, _STORY, _TIMES, _HOW_MANY_TIMES, _THREE_STEPS)
