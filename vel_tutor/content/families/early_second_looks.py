"""Grades 3 to 5: another way into rounding, remainders, prices, fractions, charts and scales."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, MONEY, decimal_text
from vel_tutor.vocabulary import ItemFormat

_LEAST = Family(
    id="math.rounding.least",
    skill="math.rounding",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"unit": (10, 100, 1000), "q": range(3, 98), "asked": ("least", "greatest")},
    derive=lambda p: {
        "n": p.unit * p.q,
        "shown": f"{p.unit * p.q:,}",
        "half": p.unit // 2,
        "x": p.unit * p.q - p.unit // 2 if p.asked == "least" else p.unit * p.q + p.unit // 2 - 1,
        "step": p.unit // 2 if p.asked == "least" else p.unit // 2 - 1,
        "sign": "-" if p.asked == "least" else "+",
    },
    stem="To the nearest {unit}, a whole number is {shown}. What is the {asked} it can be?",
    key=lambda p: p.x,
    checker=lambda p, v: (
        (v + p.half) // p.unit == p.q
        and (v + p.half + (-1 if p.asked == "least" else 1)) // p.unit != p.q
    ),
    misconceptions=(
        Slip("the_round_number", lambda p: p.n, "{shown} works, but so do others on both sides."),
        Slip(
            "other_end",
            lambda p: p.n + p.half - 1 if p.asked == "least" else p.n - p.half,
            "That is the other end. You were asked for the {asked}.",
        ),
        Slip(
            "whole_step",
            lambda p: p.n - p.unit if p.asked == "least" else p.n + p.unit,
            "That is a full {unit} away. It rounds to something else.",
        ),
        Slip(
            "one_too_far",
            lambda p: p.x - 1 if p.asked == "least" else p.x + 1,
            "That one is already closer to another round number, or goes up to it.",
        ),
        Slip(
            "one_too_near",
            lambda p: p.x + 1 if p.asked == "least" else p.x - 1,
            "Close! You can still go one further.",
        ),
    ),
    hints=("How far from {shown} can it be?", "Half of {unit} is {half}. With half you go up."),
    steps=(Step("Go as far as it still rounds to {shown}.", "{n} {sign} {step}", "{x}"),),
)

_LEFT_OVER = Family(
    id="math.division_stories.left_over",
    skill="math.division_stories",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "k": range(4, 13),
        "q": range(4, 13),
        "r": range(1, 12),
        "name": NAMES,
        "what": (("eggs", "boxes"), ("cards", "packs"), ("nuts", "bags"), ("books", "shelves")),
    },
    derive=lambda p: {
        "n": p.k * p.q + p.r,
        "full": p.k * p.q,
        "thing": p.what[0],
        "into": p.what[1],
    },
    where=(lambda p: p.r < p.k and p.r != p.q,),
    canon=lambda p: (p.k, p.q, p.r),
    stem="{name} puts {n} {thing} into {into}, {k} in each. How many {thing} are left over?",
    key=lambda p: p.r,
    checker=lambda p, v: (p.n - v) % p.k == 0 and v < p.k,
    misconceptions=(
        Slip("says_boxes", lambda p: p.q, "That is how many {into} are full. What is left over?"),
        Slip("missing_to_next", lambda p: p.k - p.r, "That is how many more would fill one more."),
        Slip("round_up", lambda p: p.q + 1, "You counted the {into}. What does not fill one?"),
        Slip("subtracts", lambda p: p.n - p.k, "You filled just one of the {into}. Go on."),
        Slip("box_not_filled", lambda p: p.r + p.k, "With that many left you can fill one more."),
    ),
    hints=("How many of the {into} can be full?", "{full} {thing} are in full {into}."),
    steps=(
        Step("In full {into}:", "{q} * {k}", "{full}"),
        Step("Left over:", "{n} - {full}", "{r}"),
    ),
)


def _shapes_told(p: Params) -> str:
    return "A row of shapes: " + ", ".join(p.row) + "."


def _mixed_row(p: Params) -> dict[str, object]:
    row = [p.pair[0]] * p.k + [p.pair[1]] * (p.n - p.k)
    jump = (3 if p.n % 3 else 2) if p.n % 2 or p.n % 3 else 5
    mixed = tuple(row[(i * jump + p.mix) % p.n] for i in range(p.n))
    return {"row": mixed, "kind": p.pair[0], "other": p.pair[1], "x": Fraction(p.k, p.n)}


_SET = Family(
    id="math.frac_picture.set",
    skill="math.frac_picture",
    grade=3,
    format=ItemFormat.FRACTION,
    time_s=30,
    params={
        "n": range(4, 11),
        "k": range(1, 10),
        "mix": range(5),
        "pair": tuple(
            (a, b)
            for a in ("dot", "star", "square", "triangle")
            for b in ("dot", "star", "square", "triangle")
            if a != b
        ),
    },
    derive=_mixed_row,
    where=(lambda p: p.k < p.n and p.row.count(p.kind) == p.k and 2 * p.k != p.n,),
    stem="What part of the shapes are {kind}s? Write a fraction.",
    key=lambda p: p.x,
    checker=lambda p, v: v * len(p.row) == p.row.count(p.kind),
    misconceptions=(
        Slip("other_kind", lambda p: 1 - p.x, "That is the part of the {other}s."),
        Slip(
            "part_to_part",
            lambda p: Fraction(p.k, p.n - p.k),
            "You put the {other}s below. All the shapes go below.",
        ),
        Slip("turned_over", lambda p: 1 / p.x, "All the shapes go below, the {kind}s on top."),
        Slip(
            "counts", lambda p: Fraction(p.k), "That is how many {kind}s. Which part of all is it?"
        ),
        Slip("one_of_all", lambda p: Fraction(1, p.n), "That is one shape. Count all the {kind}s."),
    ),
    hints=("How many shapes are there in all? That goes below.", "How many of them are {kind}s?"),
    steps=lambda p: (Step(f"{p.k} of {p.n} shapes are {p.kind}s.", f"{p.k}/{p.n}", str(p.x)),),
    form=FRACTION,
    figure=lambda p: draw.pattern(_shapes_told(p), p.row, more=False),
    alt=_shapes_told,
)

_WHOLE = Family(
    id="math.frac_of.whole",
    skill="math.frac_of",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(2, 8),
        "b": range(3, 10),
        "one": range(2, 13),
        "what": ("eggs", "cards", "pages", "plums", "seats"),
    },
    derive=lambda p: {"part": p.a * p.one, "n": p.b * p.one, "rest": (p.b - p.a) * p.one},
    where=(lambda p: p.a < p.b and Fraction(p.a, p.b).denominator == p.b,),
    canon=lambda p: (p.a, p.b, p.one),
    stem="{part} {what} are [[{a}/{b}]] of all the {what}. How many {what} are there in all?",
    key=lambda p: p.n,
    checker=lambda p, v: v * Fraction(p.a, p.b) == p.part,
    misconceptions=(
        Slip("one_part", lambda p: p.one, "That is one part. All {b} parts make the whole."),
        Slip("times_bottom", lambda p: p.part * p.b, "{part} is {a} parts already, not just one."),
        Slip(
            "part_of_part",
            lambda p: Fraction(p.part * p.a, p.b),
            "You took a part of {part}. But {part} is the part, and the whole is more.",
        ),
        Slip("rest_only", lambda p: p.rest, "That is the rest. Add the {part} to it."),
        Slip("adds_bottom", lambda p: p.part + p.b, "You added {b}. Find out what one part is."),
    ),
    hints=(
        "{a} parts are {part}. How many is one part?",
        "One part is {one}. There are {b} parts.",
    ),
    steps=(
        Step("One part:", "{part} ÷ {a}", "{one}"),
        Step("All the parts:", "{one} * {b}", "{n}"),
    ),
)


def _bill(p: Params) -> dict[str, object]:
    total = Fraction(p.x + p.y, 100)
    return {
        "first": decimal_text(Fraction(p.x, 100), 2),
        "second": decimal_text(Fraction(p.y, 100), 2),
        "total": total,
        "shown": decimal_text(total, 2),
        "cents": p.x % 100 + p.y % 100,
        "one": p.what[0],
        "two": p.what[1],
    }


_TOTAL = Family(
    id="math.money.total",
    skill="math.money",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "x": range(135, 980, 5),
        "y": range(145, 980, 5),
        "what": (("pen", "book"), ("cup", "bowl"), ("map", "torch"), ("hat", "scarf")),
    },
    derive=_bill,
    where=(lambda p: p.cents > 100 and p.x != p.y,),
    canon=lambda p: (p.x, p.y),
    stem="A {one} costs ${first}, and a {two} costs ${second}. What do they cost together?",
    key=lambda p: p.total,
    checker=lambda p, v: v * 100 - p.x == p.y,
    misconceptions=(
        Slip(
            "loses_a_dollar",
            lambda p: p.total - 1,
            "The cents make {cents}¢: that is a dollar more, and you lost it.",
        ),
        Slip(
            "subtracts", lambda p: abs(Fraction(p.x - p.y, 100)), "You took away. Add the prices."
        ),
        Slip("ten_cents_off", lambda p: p.total - Fraction(1, 10), "Ten cents too few. Add again."),
        Slip(
            "dollars_only",
            lambda p: Fraction(p.x // 100 + p.y // 100),
            "That is the dollars only. The cents count, too.",
        ),
        Slip("one_only", lambda p: Fraction(p.x, 100), "That is the {one} alone. Add the {two}."),
    ),
    hints=("Add the cents first.", "The cents make {cents}¢. That is more than a dollar."),
    steps=(Step("Add the prices.", "{first} + {second}", "{shown}"),),
    form=MONEY,
)

_DAYS = ("Mon", "Tue", "Wed", "Thu")
_CHART_ALT = "A bar chart of {what}. {bars}. The scale goes up in steps of {step}."


def _week(p: Params) -> dict[str, object]:
    counts = tuple(n * p.step for n in (p.a, p.b, p.c, p.d))
    return {
        "counts": counts,
        "bars": ", ".join(f"{day} {n}" for day, n in zip(_DAYS, counts, strict=True)),
        "n": sum(counts),
        "sum": " + ".join(map(str, counts)),
        "lines": p.a + p.b + p.c + p.d,
    }


_WEEK = Family(
    id="math.charts.total",
    skill="math.charts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        **{name: range(1, 9) for name in "abcd"},
        "step": (2, 5, 10),
        "what": ("books", "birds", "cups", "trees"),
    },
    derive=_week,
    where=(lambda p: len({p.a, p.b, p.c, p.d}) == 4,),
    stem="How many {what} are there on all four days together?",
    key=lambda p: p.n,
    checker=lambda p, v: v - sum(p.counts[1:]) == p.counts[0],
    misconceptions=(
        Slip("counts_lines", lambda p: p.lines, "Each line on the scale is {step}, not 1."),
        Slip(
            "misses_last", lambda p: p.n - p.counts[3], "You left out Thursday. Add that bar, too."
        ),
        Slip(
            "misses_first", lambda p: p.n - p.counts[0], "You left out Monday. Add that bar, too."
        ),
        Slip("tallest_only", lambda p: max(p.counts), "That is the tallest bar. Add all four."),
        Slip("one_line_off", lambda p: p.n + p.step, "One line too many. Read each bar again."),
    ),
    hints=("Read each bar on the scale.", "Write the four numbers down and add them."),
    steps=(Step("Add the four bars.", "{sum}", "{n}"),),
    figure=lambda p: figures.bar_chart(_CHART_ALT.format_map(p), _DAYS, p.counts, p.step),
    alt=_CHART_ALT,
)

FAMILIES = (_LEAST, _LEFT_OVER, _SET, _WHOLE, _TOTAL, _WEEK)
