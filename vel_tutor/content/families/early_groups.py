"""Grades 2 and 3: rows and columns, equal groups, sharing, facts."""

from vel_tutor.content import arith
from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import NAMES, one_by_one, plus_all
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.vocabulary import ItemFormat


def _array_told(p: Params) -> str:
    return " ".join(f"Row {i + 1}: {one_by_one(p.kind, p.c)}." for i in range(p.r))


def _array(p: Params) -> dict[str, object]:
    return {"n": p.r * p.c, "sum": plus_all([p.c] * p.r)}


_KINDS = ("dot", "star", "square", "triangle")

_COUNT = Family(
    id="math.arrays.count",
    skill="math.arrays",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"r": range(2, 7), "c": range(3, 10), "kind": _KINDS},
    derive=_array,
    where=(lambda p: p.r != p.c,),
    stem="There are {r} rows of {kind}s. Each row has the same. How many {kind}s are there?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _array_told(p).count(p.kind),
    misconceptions=(
        Slip("adds_sides", lambda p: p.r + p.c, "You added the rows and one row. Add all rows."),
        Slip("misses_a_row", lambda p: p.n - p.c, "You missed one row. There are {r} rows."),
        Slip("row_too_many", lambda p: p.n + p.c, "That is one row too many. There are {r} rows."),
        Slip(
            "counts_the_edge",
            lambda p: 2 * (p.r + p.c) - 4,
            "You counted around the edge. There are more inside.",
        ),
        Slip("one_row", lambda p: p.c, "That is just one row. There are {r} rows."),
        Slip("one_off", lambda p: p.n + 1, "One too many. Add the same number for each row."),
    ),
    hints=("How many {kind}s are in one row?", "Add that number for each row."),
    steps=(Step("Add the rows.", "{sum}", "{n}"),),
    figure=lambda p: draw.rows(_array_told(p), p.kind, [p.c] * p.r),
    alt=_array_told,
)


def _times(number: int, count: int) -> str | None:
    return plus_all([number] * count) if count > 0 else None


_SUM = Family(
    id="math.arrays.sum",
    skill="math.arrays",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"r": range(2, 6), "c": range(2, 10), "kind": _KINDS},
    derive=_array,
    where=(lambda p: p.r != p.c,),
    stem="Which sum tells how many {kind}s there are?",
    key=lambda p: p.sum,
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == _array_told(p).count(p.kind),
    misconceptions=(
        Slip("adds_sides", lambda p: f"{p.r} + {p.c}", "There are {r} rows. Add each of them."),
        Slip(
            "misses_a_row", lambda p: _times(p.c, p.r - 1), "One row is left out. Count the rows."
        ),
        Slip("row_too_many", lambda p: _times(p.c, p.r + 1), "That is one row too many."),
        Slip("two_too_many", lambda p: _times(p.c, p.r + 2), "That is two rows too many."),
        Slip("row_is_longer", lambda p: _times(p.c + 1, p.r), "A row is not that long. Count one."),
        Slip("row_is_shorter", lambda p: _times(p.c - 1, p.r), "A row is longer. Count one row."),
        Slip(
            "goes_round",
            lambda p: f"{p.r} + {p.c} + {p.r} + {p.c}",
            "That goes around the edge. Add all the rows instead.",
        ),
    ),
    hints=("How many are in one row?", "How many rows are there? Add each row once."),
    steps=(Step("There are {r} rows with {c} in each.", "{sum}", "{n}"),),
    form=EXPRESSION,
    figure=lambda p: draw.rows(_array_told(p), p.kind, [p.c] * p.r),
    alt=_array_told,
)

_IN = (
    ("bags", "nuts"),
    ("boxes", "pens"),
    ("nests", "eggs"),
    ("shelves", "books"),
    ("cars", "kids"),
    ("plates", "plums"),
)

_SENTENCE = Family(
    id="math.multiply_meaning.sentence",
    skill="math.multiply_meaning",
    grade=3,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"a": range(2, 10), "b": range(2, 10), "pair": _IN},
    derive=lambda p: {"where": p.pair[0], "what": p.pair[1], "n": p.a * p.b},
    where=(lambda p: p.a != p.b,),
    stem="There are {a} {where} with {b} {what} in each. Which shows all the {what}?",
    key=lambda p: f"{p.a} * {p.b}",
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == sum([p.b] * p.a),
    misconceptions=(
        Slip("adds", lambda p: f"{p.a} + {p.b}", "That adds the {where} and the {what} of one."),
        Slip(
            "subtracts",
            lambda p: f"{max(p.a, p.b)} - {min(p.a, p.b)}",
            "Nothing is taken away here. You have {b}, and {b} again, and so on.",
        ),
        Slip(
            "group_by_group", lambda p: f"{p.b} * {p.b}", "There are {a} of the {where}, not {b}."
        ),
        Slip(
            "counts_groups_twice",
            lambda p: f"{p.a} * {p.a}",
            "In each there are {b} {what}, not {a}.",
        ),
        Slip("twice", lambda p: f"{p.b} + {p.b}", "That is for two of the {where} only."),
    ),
    hints=("Add {b} for each of the {where}.", "Equal groups: how many groups, times how many."),
    steps=lambda p: (
        Step(f"There are {p.a} groups of {p.b}.", f"{p.a} * {p.b}", plus_all([p.b] * p.a)),
    ),
    form=EXPRESSION,
)

_SPLIT = Family(
    id="math.multiply_meaning.split",
    skill="math.multiply_meaning",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(5, 10), "b": range(3, 10), "k": range(2, 8)},
    derive=lambda p: {
        "m": p.a - p.k,
        "n": (p.a - p.k) * p.b,
        "known": p.k * p.b,
        "all": p.a * p.b,
    },
    where=(lambda p: p.m > 0 and p.n not in (p.m, p.known) and p.b not in (p.k, p.m),),
    stem="You know that [[{k} * {b}]] is {known}. How much more is [[{a} * {b}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: p.known + v == p.a * p.b,
    misconceptions=(
        Slip("counts_groups", lambda p: p.m, "That is how many more groups. Each group has {b}."),
        Slip("whole", lambda p: p.all, "That is all of [[{a} * {b}]]. How much more is it?"),
        Slip("one_group", lambda p: p.b, "There is more than one group of {b} to add."),
        Slip("known_part", lambda p: p.known, "{known} is what you know. How much comes on top?"),
        Slip("group_too_many", lambda p: p.n + p.b, "That is one group of {b} too many."),
        Slip("group_too_few", lambda p: p.n - p.b, "One more group of {b} is still missing."),
    ),
    hints=("How many more groups of {b} are there?", "From {k} groups to {a} groups: count up."),
    steps=(
        Step("So many more groups:", "{a} - {k}", "{m}"),
        Step("Each has {b}.", "{m} * {b}", "{n}"),
    ),
)


def _shared(p: Params) -> dict[str, object]:
    return {"n": p.k * p.each, "what": p.pair[1], "where": p.pair[0]}


_SHARE = Family(
    id="math.divide_meaning.share",
    skill="math.divide_meaning",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"k": range(2, 10), "each": range(3, 13), "pair": _IN, "name": NAMES},
    derive=_shared,
    where=(lambda p: p.k != p.each and p.n <= 100,),
    canon=lambda p: (p.k, p.each, p.pair),
    stem="{name} puts {n} {what} into {k} {where}, the same in each. How many are in each?",
    key=lambda p: p.each,
    checker=lambda p, v: sum([v] * p.k) == p.n,
    misconceptions=(
        Slip("subtracts", lambda p: p.n - p.k, "You took {k} away. Share {n} among the {where}."),
        Slip("says_groups", lambda p: p.k, "{k} is how many {where}. How many {what} in one?"),
        Slip("one_over", lambda p: p.each + 1, "With that many in each you need more than {n}."),
        Slip("one_short", lambda p: p.each - 1, "With that in each some {what} are left over."),
        Slip("multiplies", lambda p: p.n * p.k, "That makes more. Sharing makes it less."),
        Slip("adds", lambda p: p.n + p.k, "You added. Share the {n} {what} instead."),
    ),
    hints=("Give one to each, then one more, until none is left.", "{k} times what is {n}?"),
    steps=(Step("Share them among the {where}.", "{n} ÷ {k}", "{each}"),),
)

_GROUPS = Family(
    id="math.divide_meaning.groups",
    skill="math.divide_meaning",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"k": range(2, 10), "each": range(3, 13), "pair": _IN, "name": NAMES},
    derive=_shared,
    where=(lambda p: p.k != p.each and p.n <= 100,),
    canon=lambda p: (p.k, p.each, p.pair),
    stem="{name} has {n} {what} and puts {k} in each of the {where}. How many {where} is that?",
    key=lambda p: p.each,
    checker=lambda p, v: p.n - v * p.k == 0,
    misconceptions=(
        Slip("subtracts", lambda p: p.n - p.k, "That takes one group away. How many fit in {n}?"),
        Slip("says_size", lambda p: p.k, "{k} go in each. How many of the {where} is that?"),
        Slip("one_over", lambda p: p.each + 1, "The last one would not be full. Count again."),
        Slip("one_short", lambda p: p.each - 1, "There are still {k} left for one more."),
        Slip("multiplies", lambda p: p.n * p.k, "That makes more. Put {n} into groups of {k}."),
        Slip("adds", lambda p: p.n + p.k, "You added. How many times does {k} go into {n}?"),
    ),
    hints=("Count by {k} until you reach {n}.", "How many times does {k} fit into {n}?"),
    steps=(Step("Make groups of {k}.", "{n} ÷ {k}", "{each}"),),
)

_PRODUCT = Family(
    id="math.facts.product",
    skill="math.facts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=15,
    params={"a": range(2, 13), "b": range(2, 13)},
    derive=lambda p: {"n": p.a * p.b, "before": p.a * (p.b - 1), "less": p.b - 1},
    where=(lambda p: p.n > 8,),
    stem="What is [[{a} * {b}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: v == sum([p.a] * p.b),
    misconceptions=(
        Slip("adds", lambda p: p.a + p.b, "You added {a} and {b}. Here it is {a} times {b}."),
        Slip("group_short", lambda p: p.n - p.a, "You left out one {a}. Count by {a} again."),
        Slip("group_over", lambda p: p.n + p.a, "One {a} too many. Count by {a} again."),
        Slip("other_short", lambda p: p.n - p.b, "You left out one {b}. Count by {b} again."),
        Slip("other_over", lambda p: p.n + p.b, "One {b} too many. Count by {b} again."),
        Slip("near_ten", lambda p: p.n + 10, "Ten too many. Start from a fact you know well."),
    ),
    hints=("Start from a fact you know well.", "What is [[{a} * {less}]]? Add {a} to it."),
    steps=(
        Step("The fact before:", "{a} * {less}", "{before}"),
        Step("One {a} more:", "{before} + {a}", "{n}"),
    ),
)

_QUOTIENT = Family(
    id="math.facts.quotient",
    skill="math.facts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={"k": range(2, 13), "q": range(2, 13)},
    derive=lambda p: {"n": p.k * p.q},
    where=(lambda p: p.k != p.q,),
    stem="What is [[{n} ÷ {k}]]?",
    key=lambda p: p.q,
    checker=lambda p, v: v * p.k == p.n,
    misconceptions=(
        Slip("subtracts", lambda p: p.n - p.k, "You took {k} away. How often does {k} go in?"),
        Slip("one_over", lambda p: p.q + 1, "A bit too much: that many times {k} is over {n}."),
        Slip("one_short", lambda p: p.q - 1, "A bit too little: one more {k} fits into {n}."),
        Slip("says_divisor", lambda p: p.k, "{k} is what you divide by. How often does it fit?"),
        Slip("multiplies", lambda p: p.n * p.k, "You multiplied. The sign says divide."),
    ),
    hints=("Which number times {k} makes {n}?", "Count by {k} until you reach {n}."),
    steps=(Step("Undo a product.", "({q} * {k}) ÷ {k}", "{q}"),),
)

FAMILIES = (_COUNT, _SUM, _SENTENCE, _SPLIT, _SHARE, _GROUPS, _PRODUCT, _QUOTIENT)
