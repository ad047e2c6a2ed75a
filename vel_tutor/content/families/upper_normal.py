"""Bell curves and standard scores."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_SCORE = Family(
    id="math.normal_distribution.z_score",
    skill="math.normal_distribution",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "mean": range(40, 100, 2),
        "sd": (4, 5, 8, 10, 20),
        "z": range(-30, 31),
        "m2": range(100, 600, 20),
        "sd2": (20, 25, 40, 50, 80),
    },
    derive=lambda p: {
        "x": p.mean + Fraction(p.z * p.sd, 10),
        "score": Fraction(p.z, 10),
        "y": p.m2 + Fraction(p.z * p.sd2, 10),
        "above": Fraction(p.z * p.sd, 10),
        "xt": str(p.mean + Fraction(p.z * p.sd, 10)),
        "yt": str(p.m2 + Fraction(p.z * p.sd2, 10)),
        "move": Fraction(p.z * p.sd2, 10),
    },
    where=(lambda p: abs(p.z) > 4 and p.z % 10 and p.x.denominator == 1 and p.y.denominator == 1,),
    canon=lambda p: (p.mean, p.sd, p.z, p.m2, p.sd2),
    stem=(
        "Test A has a mean of {mean} and a standard deviation of {sd}; test B has {m2} and {sd2}."
        " Lou has {xt} on test A. Which score on test B is just as good?"
    ),
    key=lambda p: p.y,
    checker=lambda p, v: (v - p.m2) * p.sd == (p.x - p.mean) * p.sd2,
    misconceptions=(
        Slip(
            "same_distance",
            lambda p: p.m2 + p.above,
            "The spread differs: count in standard deviations, not in points.",
        ),
        Slip(
            "ratio_of_means",
            lambda p: Fraction(p.x * p.m2, p.mean),
            "A part of the mean says nothing of the spread.",
        ),
        Slip("wrong_way", lambda p: p.m2 - p.move, "Is Lou above or below the mean of test A?"),
        Slip(
            "z_only",
            lambda p: p.score,
            "That many standard deviations from the mean. Turn it into a score on B.",
        ),
        Slip("no_mean", lambda p: p.move, "That is the distance only. Add the mean of test B."),
    ),
    hints=(
        "How far from the mean is {xt} on test A, in standard deviations?",
        "Go just as many standard deviations of {sd2} from {m2}.",
    ),
    steps=(
        Step("In standard deviations from the mean:", "({xt} - {mean}) ÷ {sd}", "{score}"),
        Step("That many on test B:", "({score}) * {sd2}", "{move}"),
        Step("From its mean:", "{m2} + ({move})", "{yt}"),
    ),
    form=RATIONAL,
)

_BANDS = {-3: "0.15", -2: "2.5", -1: "16", 0: "50", 1: "84", 2: "97.5", 3: "99.85"}
_THINGS = (
    ("apples", "weigh", "g", range(120, 220, 5), (8, 10, 12, 15)),
    ("loaves", "weigh", "g", range(400, 900, 20), (10, 15, 20, 25)),
    ("screws", "measure", "mm", range(20, 60, 2), (1, 2, 3)),
    ("calls", "take", "seconds", range(90, 240, 10), (10, 15, 20)),
)

_RULE = Family(
    id="math.normal_distribution.rule",
    skill="math.normal_distribution",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "thing": range(len(_THINGS)),
        "m": range(200),
        "s": range(4),
        "lo": (-2, -1, 0, 1),
        "hi": (-1, 0, 1, 2),
    },
    derive=lambda p: _normal(p),
    where=(lambda p: p.lo < p.hi,),
    canon=lambda p: (p.mean, p.sd, p.lo, p.hi, p.thing),
    stem=(
        "Some {name} {verb} {mean} {unit} on average, with a standard deviation of {sd} {unit}, in"
        " a bell curve. About how many percent lie between {low} and {high} {unit}? (68, 95, 99.7)"
    ),
    key=lambda p: p.part,
    checker=lambda p, v: v == sum(_strip(i) for i in range(p.lo, p.hi)),
    misconceptions=(
        Slip(
            "up_to_high",
            lambda p: Fraction(_BANDS[p.hi]),
            "That is all below {high}. Take off those below {low}.",
        ),
        Slip(
            "one_band",
            lambda p: 68,
            "68% goes from one standard deviation below the mean to one above.",
        ),
        Slip(
            "two_bands", lambda p: 95, "95% goes from two standard deviations below to two above."
        ),
        Slip("rest", lambda p: 100 - p.part, "That is all outside. How many lie between?"),
        Slip(
            "half_too_little",
            lambda p: p.part / 2,
            "Count both sides of the mean that belong to it.",
        ),
        Slip(
            "third", lambda p: Fraction(341, 10), "Each side within one deviation has half of 68%."
        ),
    ),
    hints=(
        "How many standard deviations from the mean are the two ends?",
        "Split the bell in the middle: each side is half of the numbers in the brackets.",
    ),
    steps=(
        Step("The lower end, in standard deviations:", "({low} - {mean}) ÷ {sd}", "{lo}"),
        Step("The upper end:", "({high} - {mean}) ÷ {sd}", "{hi}"),
        Step(
            "All below the upper end, less all below the lower end:",
            "{upto} - {below}",
            "{part_text}",
        ),
    ),
    form=PERCENT,
)


def _normal(p: Params) -> dict[str, object]:
    name, verb, unit, means, deviations = _THINGS[p.thing]
    mean, sd = means[p.m % len(means)], deviations[p.s % len(deviations)]
    upto, below = _BANDS[p.hi], _BANDS[p.lo]
    return {
        "name": name,
        "verb": verb,
        "unit": unit,
        "mean": mean,
        "sd": sd,
        "low": mean + p.lo * sd,
        "high": mean + p.hi * sd,
        "upto": upto,
        "below": below,
        "part": Fraction(upto) - Fraction(below),
        "part_text": decimal_text(Fraction(upto) - Fraction(below)),
    }


def _strip(start: int) -> Fraction:
    """The share between this many standard deviations and one more, out of the bands themselves."""
    ring = {0: Fraction(68, 2), 1: Fraction(95 - 68, 2)}
    return ring[start if start >= 0 else -start - 1]


FAMILIES = (
    _SCORE,
    _RULE,
)
