"""College tests: percents, speeds, means, models."""

from fractions import Fraction
from math import gcd

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, RATIONAL, TEXT, decimal_text
from vel_tutor.vocabulary import ItemFormat

_CHAIN = Family(
    id="math.test_data.percent_chain",
    skill="math.test_data",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "what": ("price of a coat", "rent of a hall", "number of visits", "cost of a trip"),
        "up": range(4, 66, 2),
        "down": range(4, 61, 2),
    },
    derive=lambda p: {
        "f": decimal_text(1 + Fraction(p.up, 100)),
        "g": decimal_text(1 - Fraction(p.down, 100)),
        "both": decimal_text((1 + Fraction(p.up, 100)) * (1 - Fraction(p.down, 100))),
        "whole": Fraction((100 + p.up) * (100 - p.down), 100),
        "change": abs(Fraction((100 + p.up) * (100 - p.down), 100) - 100),
        "way": "higher" if (100 + p.up) * (100 - p.down) > 10_000 else "lower",
    },
    where=(lambda p: p.change and p.up != p.down and (10 * p.change).denominator == 1,),
    canon=lambda p: (p.what, p.up, p.down),
    stem=(
        "The {what} rises by {up}%, and the next year it falls by {down}%. By how many percent is"
        " it {way} than at the start?"
    ),
    key=lambda p: p.change,
    checker=lambda p, v: (
        100 * (v if p.way == "higher" else -v) == 100 * p.up - 100 * p.down - p.up * p.down
    ),
    misconceptions=(
        Slip(
            "adds_percents",
            lambda p: Fraction(abs(p.up - p.down)),
            "The {down}% are taken from the larger amount, not from the first.",
        ),
        Slip(
            "whole_factor",
            lambda p: p.whole,
            "That is what it is in percent of the start. How far is it from 100?",
        ),
        Slip(
            "both_up",
            lambda p: Fraction((100 + p.up) * (100 + p.down), 100) - 100,
            "The second change is a fall, so multiply by a factor below 1.",
        ),
        Slip("sum", lambda p: Fraction(p.up + p.down), "One change goes up and one goes down."),
        Slip(
            "product",
            lambda p: Fraction(p.up * p.down, 100),
            "Multiply what is left after each change, not the changes.",
        ),
    ),
    hints=("Start from 100. What is it after one year?", "Multiply the two factors {f} and {g}."),
    steps=(
        Step("Both factors:", "{f} * {g}", "{both}"),
        Step("Its distance from the start, in percent:", "abs({both} * 100 - 100)", "{change}"),
    ),
    form=PERCENT,
)


def _speeds(p: Params) -> dict[str, object]:
    total = p.a + p.b
    return {
        "u": p.k * p.a * total,
        "v": p.k * p.b * total,
        "d": p.k * p.a * p.b * total * p.m // 2,
        "t": Fraction(p.b * p.m, 2),
        "s": Fraction(p.a * p.m, 2),
        "time": Fraction(total * p.m, 2),
        "way": 2 * (p.k * p.a * p.b * total * p.m // 2),
        "mean": Fraction(2 * p.k * p.a * p.b),
    }


_SPEED = Family(
    id="math.test_data.average_speed",
    skill="math.test_data",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "who": ("Nia", "Tom", "Ravi", "Elif"),
        "a": range(1, 7),
        "b": range(2, 8),
        "k": range(1, 7),
        "m": range(1, 7),
    },
    derive=_speeds,
    where=(
        lambda p: p.a < p.b and gcd(p.a, p.b) == 1 and p.u > 3 and p.v < 130,
        lambda p: 2 * p.d == p.way == 2 * p.u * p.t and p.t < 9,
    ),
    canon=lambda p: (p.d, p.u, p.v),
    stem=(
        "{who} rides {d} km at {u} km/h, and the same way back at {v} km/h. What is the average"
        " speed of the whole ride?"
    ),
    key=lambda p: p.mean,
    checker=lambda p, v: v * (Fraction(p.d, p.u) + Fraction(p.d, p.v)) == p.d + p.d,
    misconceptions=(
        Slip(
            "mean_of_speeds",
            lambda p: Fraction(p.u + p.v, 2),
            "The slow part takes longer, so it counts more. Divide all km by all hours.",
        ),
        Slip("one_way", lambda p: p.mean / 2, "The way is ridden twice: {way} km in all."),
        Slip("slow", lambda p: p.u, "That is the speed on the way out."),
        Slip("fast", lambda p: p.v, "That is the speed on the way back."),
        Slip("time", lambda p: p.time, "Those are the hours. Divide the km by them."),
    ),
    hints=("How long does each way take?", "Average speed is all km over all hours."),
    steps=(
        Step("Hours out:", "{d} ÷ {u}", "{t}"),
        Step("Hours back:", "{d} ÷ {v}", "{s}"),
        Step("All km over all hours:", "{way} ÷ ({t} + {s})", "{mean}"),
    ),
    form=RATIONAL,
    unit="km/h",
)

_JOINED = Family(
    id="math.test_data.joined_means",
    skill="math.test_data",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "n": range(5, 30),
        "m": range(5, 30),
        "a": range(50, 95),
        "whole": range(50, 95),
        "what": ("test", "quiz", "course"),
    },
    derive=lambda p: {
        "count": p.n + p.m,
        "b": Fraction((p.n + p.m) * p.whole - p.n * p.a, p.m),
        "total": (p.n + p.m) * p.whole,
        "first": p.n * p.a,
        "rest": (p.n + p.m) * p.whole - p.n * p.a,
    },
    where=(lambda p: p.n != p.m and p.b.denominator == 1 and 30 < p.b < 100 and p.b != p.a,),
    canon=lambda p: (p.n, p.m, p.a, p.whole),
    stem=(
        "In a {what}, {n} people of group A have a mean of {a} points. Together with the {m} of"
        " group B the mean is {whole}. What is the mean of group B?"
    ),
    key=lambda p: p.b,
    checker=lambda p, v: p.n * (p.a - p.whole) == p.m * (p.whole - v),
    misconceptions=(
        Slip(
            "halfway",
            lambda p: 2 * p.whole - p.a,
            "The groups are not equally large, so the mean is not halfway.",
        ),
        Slip(
            "sizes_swapped",
            lambda p: Fraction(p.total - p.m * p.a, p.n),
            "Group A has {n} people, group B has {m}.",
        ),
        Slip("sum_not_mean", lambda p: p.rest, "Those are all points of group B. Divide by {m}."),
        Slip(
            "divides_by_all",
            lambda p: Fraction(p.rest, p.count),
            "Divide by the people of group B only.",
        ),
        Slip("the_whole", lambda p: p.whole, "That is the mean of all people together."),
    ),
    hints=(
        "How many points do all have together?",
        "Take the points of group A away: {n} times {a}.",
    ),
    steps=(
        Step("All points:", "{count} * {whole}", "{total}"),
        Step("Points of group A:", "{n} * {a}", "{first}"),
        Step("Mean of group B:", "({total} - {first}) ÷ {m}", "{b}"),
    ),
    form=RATIONAL,
)

_MODELS = (
    (
        "A taxi ride of n km costs [[{b} + {m}n]] dollars",
        "dollars for each km",
        "dollars at the start",
    ),
    ("After n weeks a plant is [[{b} + {m}n]] mm tall", "mm grown in each week", "mm at the start"),
    (
        "After n months there are [[{b} + {m}n]] coins in a jar",
        "coins added in a month",
        "coins at the start",
    ),
    (
        "After n minutes a tank holds [[{b} + {m}n]] liters",
        "liters flowing in a minute",
        "liters at the start",
    ),
)


def _meant(p: Params) -> dict[str, object]:
    story, rate, start = p.model
    number = p.m if p.asked == "rate" else p.b
    shown = story.format(m=p.m, b=p.b)
    return {
        "number": number,
        "shown": f"\\({p.b} + {p.m}n\\)",
        "story": shown.partition("[[")[0] + f"\\({p.b} + {p.m}n\\)" + shown.partition("]]")[2],
        "rate_text": f"the {rate}",
        "start_text": f"the {start}",
        "key": f"the {rate}" if p.asked == "rate" else f"the {start}",
        "n2": p.b + 2 * p.m,
    }


_MEANING = Family(
    id="math.test_data.meaning",
    skill="math.test_data",
    grade=13,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"model": _MODELS, "m": range(2, 40), "b": range(5, 200, 5), "asked": ("rate", "start")},
    derive=_meant,
    where=(lambda p: p.m != p.b,),
    canon=lambda p: (p.model, p.m, p.b, p.asked),
    stem="{story}. What does the {number} stand for?",
    key=lambda p: p.key,
    checker=lambda p, v: ("start" in v) == (p.number == p.b),
    misconceptions=(
        Slip(
            "other_number",
            lambda p: p.start_text if p.asked == "rate" else p.rate_text,
            "Which number comes again with each n, and which is there when n is 0?",
        ),
        Slip("total", lambda p: "the total in the end", "The total is the whole of {shown}."),
        Slip("how_many", lambda p: "the value of n", "n is the letter. Its value is not fixed."),
        Slip(
            "after_one",
            lambda p: "the total after one step of n",
            "After one step both numbers count together.",
        ),
        Slip(
            "longest",
            lambda p: "the largest number that n can have here",
            "Nothing is said of how large n can be.",
        ),
        Slip(
            "percent",
            lambda p: "the growth in percent for each step",
            "A percent would be a factor. Here a number is added.",
        ),
    ),
    hints=("Put n = 0 in. Then n = 1.", "From n = 0 to n = 1 it changes by {m}."),
    steps=(
        Step("At n = 0:", "{b} + {m} * 0", "{b}"),
        Step("From n = 0 to n = 1 it changes by:", "{b} + {m} * 1 - {b}", "{m}"),
    ),
    form=TEXT,
)


FAMILIES = (
    _CHAIN,
    _SPEED,
    _JOINED,
    _MEANING,
)
