"""Stories with several unknowns, and three equations at once."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, RATIONAL, decimal_text
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_EVENTS = ("a play", "a fair", "a concert", "a film night", "a swim meet")

_TICKETS = Family(
    id="math.systems_stories.tickets",
    skill="math.systems_stories",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": _EVENTS,
        "a": range(7, 16),
        "c": range(3, 9),
        "x": range(15, 90),
        "y": range(15, 90),
    },
    derive=lambda p: {
        "n": p.x + p.y,
        "money": p.a * p.x + p.c * p.y,
        "least": p.c * (p.x + p.y),
        "more": (p.a - p.c) * p.x,
        "d": p.a - p.c,
    },
    where=(lambda p: p.a - p.c > 1 and p.x != p.y,),
    canon=lambda p: (p.a, p.c, p.x, p.y),
    stem=(
        "For {what}, {n} tickets were sold for ${money} in all. An adult pays ${a} and a child"
        " ${c}. How many adult tickets were sold?"
    ),
    key=lambda p: p.x,
    checker=lambda p, v: p.a * v + p.c * (p.n - v) == p.money,
    misconceptions=(
        Slip("the_children", lambda p: p.y, "That many are child tickets. Take them from {n}."),
        Slip(
            "half_each",
            lambda p: Fraction(p.n, 2),
            "It need not be half and half: check the money.",
        ),
        Slip(
            "money_by_adult_price",
            lambda p: Fraction(p.money, p.a),
            "Some of the ${money} came from children. Start with two equations.",
        ),
        Slip(
            "money_by_both",
            lambda p: Fraction(p.money, p.a + p.c),
            "That would be so if both sold equally often.",
        ),
        Slip("extra_not_divided", lambda p: p.more, "Each adult pays ${d} more. Divide by {d}."),
    ),
    hints=(
        "One equation counts the tickets, the other one counts the money.",
        "If all {n} were children, it would be ${least}. How much is missing?",
    ),
    steps=(
        Step("If all were children:", "{c} * {n}", "{least}"),
        Step("So much more was paid:", "{money} - {least}", "{more}"),
        Step("Each adult brings this much more:", "{a} - {c}", "{d}"),
        Step("The number of adults:", "{more} ÷ {d}", "{x}"),
    ),
    form=RATIONAL,
)

_MIX = Family(
    id="math.systems_stories.mixture",
    skill="math.systems_stories",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "x": range(2, 13),
        "low": range(5, 40, 5),
        "mid": range(15, 60, 5),
        "high": range(40, 100, 5),
    },
    derive=lambda p: {
        "y": Fraction(p.x * (p.mid - p.low), p.high - p.mid) if p.high != p.mid else 0,
        "up": p.high - p.mid,
        "down": p.mid - p.low,
        "lack": p.x * (p.mid - p.low),
    },
    where=(
        lambda p: p.low < p.mid < p.high and p.y.denominator in (1, 2) and p.y != p.x,
        lambda p: p.down != p.up,
    ),
    stem=(
        "You have {x} L of juice drink with {low}% juice. How many liters of a drink with {high}%"
        " juice must you add to get {mid}% juice?"
    ),
    key=lambda p: p.y,
    checker=lambda p, v: p.low * p.x + p.high * v == p.mid * (p.x + v),
    misconceptions=(
        Slip("same_amount", lambda p: p.x, "Equal amounts give the middle of both percents."),
        Slip(
            "upside_down",
            lambda p: Fraction(p.x * p.up, p.down),
            "You turned the ratio: each liter lacks {down} points, each added one has {up} over.",
        ),
        Slip(
            "total_forgotten",
            lambda p: Fraction(p.lack, p.high),
            "The mix grows by what you add: {mid}% is of the new total.",
        ),
        Slip(
            "difference_of_ends",
            lambda p: Fraction(p.lack, p.high - p.low),
            "Compare with {mid}%, the goal: each added liter has only {up} points over.",
        ),
        Slip("whole_mix", lambda p: p.y + p.x, "That is the whole mix. How much was added?"),
    ),
    hints=(
        "Count liters of pure juice before and after.",
        "With y liters added: {low}% of {x} and {high}% of y make {mid}% of the total.",
    ),
    steps=(
        Step("Each liter you have lacks, in points:", "{mid} - {low}", "{down}"),
        Step("All of them together:", "{x} * {down}", "{lack}"),
        Step("Each added liter has too much:", "{high} - {mid}", "{up}"),
        Step("To balance:", "{lack} ÷ {up}", "{y}"),
    ),
    form=RATIONAL,
    unit="L",
)

_BOAT = Family(
    id="math.systems_stories.current",
    skill="math.systems_stories",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"k": range(1, 9), "t": range(2, 10), "r": range(3, 12)},
    derive=lambda p: {
        "down": p.k * p.r,
        "up": p.k * p.t,
        "d": p.k * p.r * p.t,
        "still": Fraction(p.k * (p.r + p.t), 2),
        "still_text": decimal_text(Fraction(p.k * (p.r + p.t), 2)),
        "sum": p.k * (p.r + p.t),
        "average": Fraction(2 * p.k * p.r * p.t, p.t + p.r),
    },
    where=(lambda p: p.t < p.r and p.down - p.up > 1 and p.down < 60,),
    stem=(
        "With the current, a boat goes {d} km in {t} hours. Back against it, the same way takes"
        " {r} hours. How fast is the boat in still water?"
    ),
    key=lambda p: p.still,
    checker=lambda p, v: (v + (p.down - v)) * p.t == p.d and (v - (p.down - v)) * p.r == p.d,
    misconceptions=(
        Slip(
            "current",
            lambda p: Fraction(p.down - p.up, 2),
            "That is the speed of the current. Add the two speeds instead.",
        ),
        Slip("with_current", lambda p: p.down, "That is with the current helping."),
        Slip("against_current", lambda p: p.up, "That is against the current."),
        Slip(
            "whole_trip",
            lambda p: p.average,
            "That is the average of the whole trip. The boat spent longer going back.",
        ),
        Slip("not_halved", lambda p: p.sum, "That is twice the speed: the current cancels."),
    ),
    hints=(
        "Find both speeds first: out and back.",
        "Speed plus current is the one, speed minus current the other. Add them.",
    ),
    steps=(
        Step("With the current:", "{d} ÷ {t}", "{down}"),
        Step("Against it:", "{d} ÷ {r}", "{up}"),
        Step("Together that is twice the speed.", "{down} + {up}", "{sum}"),
        Step("Half of it:", "{sum} ÷ 2", "{still_text}"),
    ),
    form=RATIONAL,
    unit="km/h",
)

_FRUITS = (("pear", "mango", "melon"), ("roll", "cake", "pie"), ("pen", "book", "bag"))

_PAIRS = Family(
    id="math.systems_three.pairs",
    skill="math.systems_three",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={"set": _FRUITS, "x": range(1, 20), "y": range(1, 20), "z": range(1, 20)},
    derive=lambda p: {
        "a": p.set[0],
        "b": p.set[1],
        "c": p.set[2],
        "xy": p.x + p.y,
        "yz": p.y + p.z,
        "xz": p.x + p.z,
        "twice": 2 * (p.x + p.y + p.z),
        "all": p.x + p.y + p.z,
    },
    where=(lambda p: len({p.x, p.y, p.z}) == 3,),
    stem=(
        "A {a} and a {b} cost ${xy}. A {b} and a {c} cost ${yz}. A {a} and a {c} cost ${xz}."
        " How much is a {c}?"
    ),
    key=lambda p: p.z,
    checker=lambda p, v: (p.yz - v) + (p.xz - v) == p.xy,
    misconceptions=(
        Slip("the_first", lambda p: p.x, "That is a {a}. The question is about a {c}."),
        Slip("the_second", lambda p: p.y, "That is a {b}. The question is about a {c}."),
        Slip(
            "total_not_halved",
            lambda p: p.twice - p.xy,
            "In the three sums each thing is there twice. Halve the total first.",
        ),
        Slip("all_three", lambda p: p["all"], "That is all three together."),
        Slip(
            "difference",
            lambda p: abs(p.yz - p.xz),
            "The difference of two sums compares a {a} and a {b}. It is not the price of a {c}.",
        ),
        Slip(
            "half_a_pair",
            lambda p: Fraction(p.yz, 2),
            "A {b} and a {c} need not cost the same.",
        ),
    ),
    hints=("Add the three sums. What do you have then?", "Two of each cost ${twice} together."),
    steps=(
        Step("Two of each:", "{xy} + {yz} + {xz}", "{twice}"),
        Step("One of each:", "{twice} ÷ 2", "{all}"),
        Step("Take the {a} and the {b} away.", "{all} - {xy}", "{z}"),
    ),
    form=RATIONAL,
)


def _three(p: Params) -> dict[str, object]:
    return {
        "s": p.x + p.y + p.z,
        "t": p.x - p.y + p.z,
        "u": p.a * p.x + p.y - p.z,
        "two_y": 2 * p.y,
        "sum": (p.a + 1) * p.x + 2 * p.y,
        "ts": signed(p.x - p.y + p.z),
        "us": signed(p.a * p.x + p.y - p.z),
        "first": f"{p.a}x + y - z",
        "k": p.a + 1,
        "rest": (p.a + 1) * p.x,
        "twos": signed(2 * p.y),
        "xs": signed(p.x),
        "ys": signed(p.y),
    }


def _holds(p: Params, x: Fraction, z: Fraction) -> bool:
    """Whether the first two equations hold with the y that makes the third one hold."""
    y = p.u - p.a * x + z
    return x + y + z == p.s and x - y + z == p.t


_THREE = Family(
    id="math.systems_three.solve",
    skill="math.systems_three",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=120,
    params={"a": range(2, 7), "x": range(-7, 8), "y": range(-7, 8), "z": range(-7, 8)},
    derive=_three,
    where=(lambda p: len({abs(p.x), abs(p.y), abs(p.z)}) == 3 and p.x and p.y and p.z,),
    stem="[[x + y + z = {s}]], [[x - y + z = {t}]] and [[{first} = {u}]]. What is z?",
    key=lambda p: p.z,
    checker=lambda p, v: all(
        _holds(p, x, v) for x in [Fraction(p.u + v - Fraction(p.s - p.t, 2), p.a)]
    ),
    misconceptions=(
        Slip("the_x", lambda p: p.x, "That is x. Put x and y into the first equation."),
        Slip("the_y", lambda p: p.y, "That is y. Use it to find x, then z."),
        Slip("sign", lambda p: -p.z, "The size is right. Check the sign of z."),
        Slip("two_y", lambda p: p.two_y, "The first minus the second is 2y. Go on from there."),
        Slip(
            "y_forgotten",
            lambda p: p.s - p.x,
            "x, y and z make {s}. Take y away too.",
        ),
        Slip(
            "y_doubled",
            lambda p: p.s - p.x - p.two_y,
            "You took 2y away. Halve it first.",
        ),
    ),
    hints=(
        "Subtract the second equation from the first. Two letters go away.",
        "Add the first and the third: z goes away. You know y by then.",
    ),
    steps=(
        Step("First minus second gives 2y.", "{s} - {ts}", "{two_y}"),
        Step("Halve it: y.", "{two_y} ÷ 2", "{y}"),
        Step("First plus third: {k}x + 2y.", "{s} + {us}", "{sum}"),
        Step("So x is:", "({sum} - {twos}) ÷ {k}", "{x}"),
        Step("And z, from the first equation:", "{s} - {xs} - {ys}", "{z}"),
    ),
    form=INTEGER,
)


FAMILIES = (
    _TICKETS,
    _MIX,
    _BOAT,
    _PAIRS,
    _THREE,
)
