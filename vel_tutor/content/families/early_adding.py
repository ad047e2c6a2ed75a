"""Grade 1: adding and subtracting to 20, and what the equal sign says."""

from vel_tutor.content import arith
from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat


def _over_ten(p: Params) -> dict[str, int]:
    return {"n": p.a + p.b, "up": 10 - p.a, "rest": p.a + p.b - 10}


def _frames_told(p: Params) -> str:
    return f"Two ten frames. The first has {p.a} dots and {p.up} free places. The second is free."


_ADD = Family(
    id="math.add_20.over_ten",
    skill="math.add_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={
        "a": range(3, 10),
        "b": range(2, 10),
        "what": ("", "red pens", "nuts", "cups", "shells"),
    },
    derive=_over_ten,
    where=(lambda p: p.n > 10 and p.b > p.up,),
    stem=lambda p: (
        f"You have {p.a} {p.what} and get {p.b} more. How many is that?"
        if p.what
        else f"Add: {tex(f'{p.a} + {p.b}')}."
    ),
    key=lambda p: p.n,
    checker=lambda p, v: v - p.a == p.b,
    misconceptions=(
        Slip("one_short", lambda p: p.n - 1, "One short. Begin to count on after {a}."),
        Slip("one_over", lambda p: p.n + 1, "One too many. Count on {b} steps from {a}."),
        Slip("subtracts", lambda p: abs(p.a - p.b), "You took away. Here you put together."),
        Slip("forgets_rest", lambda p: 10, "Ten is full now. There are still some of the {b}."),
        Slip("forgets_ten", lambda p: p.rest, "That is what comes on top of ten. Add the ten."),
    ),
    hints=("How many more does {a} need to make ten?", "Fill up the ten. What is left of {b}?"),
    steps=(
        Step("Fill up to ten.", "{a} + {up}", "10"),
        Step("This is left of {b}.", "{b} - {up}", "{rest}"),
        Step("Add it to ten.", "10 + {rest}", "{n}"),
    ),
    figure=lambda p: draw.ten_frames(_frames_told(p), p.a, 2),
    alt=_frames_told,
)


def _with_a_ten(p: Params) -> dict[str, object]:
    c = 10 - p.a
    row = ((p.a, c, p.b), (p.b, p.a, c), (p.a, p.b, c))[p.place]
    return {"n": 10 + p.b, "c": c, "row": row, "shown": " + ".join(map(str, row))}


_THREE = Family(
    id="math.add_20.three",
    skill="math.add_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"a": range(1, 10), "b": range(1, 10), "place": range(3)},
    derive=_with_a_ten,
    where=(lambda p: p.b not in (p.a, p.c),),
    stem="What is [[{shown}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.row[0] - p.row[1] == p.row[2],
    misconceptions=(
        Slip("leaves_out_last", lambda p: p.row[0] + p.row[1], "You added two of the three."),
        Slip("leaves_out_first", lambda p: p.row[1] + p.row[2], "The first one, {row[0]}, counts."),
        Slip("one_over", lambda p: p.n + 1, "One too many. Two of them make ten. Find them."),
        Slip("one_short", lambda p: p.n - 1, "One short. Two of them make ten. Find them."),
        Slip("adds_one_twice", lambda p: p.n + p.b, "You added {b} two times. Add it just once."),
    ),
    hints=("Two of the numbers make ten.", "Add {a} and {c} first."),
    steps=(
        Step("These two make ten.", "{a} + {c}", "10"),
        Step("Now add the third one.", "10 + {b}", "{n}"),
    ),
)

_SUBTRACT = Family(
    id="math.sub_20.under_ten",
    skill="math.sub_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={
        "n": range(11, 19),
        "b": range(2, 10),
        "what": ("", "pens", "nuts", "plums", "cards"),
    },
    derive=lambda p: {"a": p.n - p.b, "down": p.n - 10, "rest": p.b - (p.n - 10)},
    where=(lambda p: p.rest > 0 and p.a < 10,),
    stem=lambda p: (
        f"You have {p.n} {p.what}. You give {p.b} of them to a friend. How many are left?"
        if p.what
        else f"Take away: {tex(f'{p.n} - {p.b}')}."
    ),
    key=lambda p: p.a,
    checker=lambda p, v: v + p.b == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.b, "You added {b}. Take {b} away from {n}."),
        Slip(
            "smaller_from_larger",
            lambda p: 10 + abs(p.n % 10 - p.b),
            "You turned the ones around. Take {b} away from all of {n}.",
        ),
        Slip("one_over", lambda p: p.a + 1, "One too many. Count {b} steps back from {n}."),
        Slip("one_short", lambda p: p.a - 1, "One too few. Your first step goes below {n}."),
        Slip("stops_at_ten", lambda p: 10, "Now you are at ten. There is more to take away."),
    ),
    hints=("Go down to ten first.", "From {n} to ten is {down}. How much of {b} is left?"),
    steps=(
        Step("Go down to ten.", "{n} - {down}", "10"),
        Step("This is still to take.", "{b} - {down}", "{rest}"),
        Step("Take it from ten.", "10 - {rest}", "{a}"),
    ),
)

_GAP = Family(
    id="math.sub_20.gap",
    skill="math.sub_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"a": range(2, 12), "b": range(2, 10), "form": ("plus", "minus", "front")},
    derive=lambda p: {"n": p.a + p.b},
    where=(lambda p: 9 < p.n < 21 and p.a != p.b,),
    stem=lambda p: (
        "Fill the gap: "
        + {
            "plus": f"{p.a} + □ = {p.n}.",
            "minus": f"{p.n} \N{MINUS SIGN} □ = {p.a}.",
            "front": f"□ + {p.a} = {p.n}.",
        }[p.form]
    ),
    key=lambda p: p.b,
    checker=lambda p, v: p.a + v == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.a, "You added both. The whole is {n}, and {a} is a part."),
        Slip("copies_part", lambda p: p.a, "{a} is there now. What is the other part?"),
        Slip("copies_whole", lambda p: p.n, "{n} is the whole. What is the part in the gap?"),
        Slip("one_over", lambda p: p.b + 1, "One too many. Start to count after {a}."),
        Slip("one_short", lambda p: p.b - 1, "One too few. Count on until you say {n}."),
    ),
    hints=("{n} is the whole. One part is {a}.", "Count on from {a} to {n}. How many steps?"),
    steps=(Step("Take the part you know from the whole.", "{n} - {a}", "{b}"),),
)

_BALANCE = Family(
    id="math.equal_sign.balance",
    skill="math.equal_sign",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(2, 10), "b": range(2, 10), "c": range(2, 10), "gap_first": (0, 1)},
    derive=lambda p: {"n": p.a + p.b, "d": p.a + p.b - p.c},
    where=(lambda p: p.d > 0 and p.c not in (p.a, p.b) and p.n <= 15 and p.d not in (p.a, p.b),),
    stem=lambda p: (
        f"Fill the gap: □ + {p.c} = {p.a} + {p.b}."
        if p.gap_first
        else f"Fill the gap: {p.a} + {p.b} = □ + {p.c}."
    ),
    key=lambda p: p.d,
    checker=lambda p, v: p.a + p.b == v + p.c,
    misconceptions=(
        Slip(
            "equals_means_answer",
            lambda p: p.n,
            "{a} + {b} is {n}. Both sides must make {n}, and {c} is there now.",
        ),
        Slip("adds_all", lambda p: p.n + p.c, "You added all three. Make both sides the same."),
        Slip("copies", lambda p: p.a, "With {a} in the gap the sides are not the same."),
        Slip("one_over", lambda p: p.d + 1, "Close! Now that side is one more than the other."),
        Slip("one_short", lambda p: p.d - 1, "Close! Now that side is one less than the other."),
    ),
    hints=("The equal sign says: both sides are the same.", "What is {a} + {b}? Make that, too."),
    steps=(
        Step("One side is:", "{a} + {b}", "{n}"),
        Step("The other side has to make this, too.", "{n} - {c}", "{d}"),
    ),
)


def _sum(a: int, b: int, sign: str = "+") -> str | None:
    return f"{a} {sign} {b}" if a > 0 and b > 0 and (sign == "+" or a > b) else None


_SAME = Family(
    id="math.equal_sign.same",
    skill="math.equal_sign",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"a": range(2, 10), "b": range(2, 10), "k": range(1, 5), "sign": ("+", "-")},
    derive=lambda p: {"n": p.a + p.b},
    where=(
        lambda p: 6 <= p.n <= 14 and p.b > p.k and p.a != p.b - p.k,
        lambda p: p.sign == "+" or p.n + p.k < 20,
    ),
    stem="Which one is the same as [[{a} + {b}]]?",
    key=lambda p: f"{p.n + p.k} - {p.k}" if p.sign == "-" else f"{p.a + p.k} + {p.b - p.k}",
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == p.a + p.b,
    misconceptions=(
        Slip(
            "both_up",
            lambda p: _sum(p.a + p.k, p.b + p.k),
            "Both parts got {k} more here, so the sum is more.",
        ),
        Slip(
            "one_up",
            lambda p: _sum(p.a + p.k, p.b),
            "One part got {k} more here. The other part has to get {k} less.",
        ),
        Slip(
            "both_down",
            lambda p: _sum(p.a - p.k, p.b - p.k),
            "Both parts got {k} less here, so the sum is less.",
        ),
        Slip(
            "minus_for_plus",
            lambda p: _sum(max(p.a, p.b), min(p.a, p.b), "-"),
            "Look at the sign. This one takes away.",
        ),
        Slip(
            "whole_as_part",
            lambda p: _sum(p.n, p.b),
            "{n} is the whole sum. Here it is just one part, so this is more.",
        ),
        Slip(
            "minus_too_far",
            lambda p: _sum(p.n + p.k, 2 * p.k, "-"),
            "Here too much is taken away. Work it out and compare.",
        ),
    ),
    hints=("What is {a} + {b}? Keep it in mind.", "Work out each one and compare."),
    steps=lambda p: (
        Step("What we look for:", f"{p.a} + {p.b}", f"{p.n}"),
        Step("This one makes the same.", _key(p), f"{p.n}"),
    ),
    form=EXPRESSION,
)


def _key(p: Params) -> str:
    return str(_SAME.key(p))


FAMILIES = (_ADD, _THREE, _SUBTRACT, _GAP, _BALANCE, _SAME)
