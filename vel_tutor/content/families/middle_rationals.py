"""Fractions and decimals with signs: adding, multiplying, comparing; average changes."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, FRACTION, RATIONAL, decimal_text
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat


def _two(p: Params) -> dict[str, object]:
    one, two = Fraction(p.a, p.m), Fraction(p.b, p.n)
    return {
        "one": one,
        "two": two,
        "twos": signed(two),
        "sum": one + two if p.sign == "+" else one - two,
        "other": one - two if p.sign == "+" else one + two,
        "shown_one": f"{one.numerator * (p.m * p.n // one.denominator)}/{p.m * p.n}",
        "shown_two": f"{two.numerator * (p.m * p.n // two.denominator)}/{p.m * p.n}",
        "bottom": p.m * p.n,
    }


_ADD = Family(
    id="math.rational.add_fractions",
    skill="math.rational",
    grade=7,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "a": range(-7, 8),
        "b": range(-7, 8),
        "m": range(2, 9),
        "n": range(2, 10),
        "sign": ("+", "-"),
    },
    derive=_two,
    where=(
        lambda p: p.m < p.n and Fraction(p.a, p.m).denominator == p.m,
        lambda p: Fraction(p.b, p.n).denominator == p.n and min(p.a, p.b) < 0,
        lambda p: p.sum.denominator > 1 and abs(p.one) < 2 and abs(p.two) < 2,
    ),
    canon=lambda p: (p.one, p.two, p.sign),
    stem="What is [[{one} {sign} {twos}]]?",
    key=lambda p: p.sum,
    checker=lambda p, v: v - p.one == (p.two if p.sign == "+" else -p.two),
    misconceptions=(
        Slip(
            "tops_and_bottoms",
            lambda p: Fraction(p.a + (p.b if p.sign == "+" else -p.b), p.m + p.n),
            "You worked on tops and bottoms apart. Write both with the bottom {bottom}.",
        ),
        Slip("other_sign", lambda p: p.other, "Look at the two signs in the middle again."),
        Slip("opposite", lambda p: -p.sum, "The size is right. Which part is larger in size?"),
        Slip(
            "no_signs",
            lambda p: abs(p.one) + abs(p.two),
            "You left the signs out. One part lies below zero.",
        ),
        Slip(
            "tops_only",
            lambda p: Fraction(p.a + (p.b if p.sign == "+" else -p.b), p.m * p.n),
            "The bottom {bottom} is fine, but the tops must be changed too.",
        ),
    ),
    hints=(
        "Both need the same bottom number.",
        "With the bottom {bottom}: [[{shown_one}]] and [[{shown_two}]]. Watch the signs.",
    ),
    steps=(
        Step("The first with the bottom {bottom}:", "{one}", "{shown_one}"),
        Step("The second:", "{two}", "{shown_two}"),
        Step("Together:", "{shown_one} {sign} ({shown_two})", "{sum}"),
    ),
    form=FRACTION,
)

_MULTIPLY = Family(
    id="math.rational.multiply",
    skill="math.rational",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={
        "a": range(-9, 10),
        "b": range(-9, 10),
        "m": range(2, 10),
        "n": range(2, 10),
        "sign": ("*", "÷"),
    },
    derive=lambda p: {
        "one": Fraction(p.a, p.m),
        "two": Fraction(p.b, p.n),
        "twos": signed(Fraction(p.b, p.n)),
        "answer": Fraction(p.a * p.b, p.m * p.n)
        if p.sign == "*" or not p.b
        else Fraction(p.a * p.n, p.m * p.b),
        "crossed": Fraction(p.a * p.n, p.m * p.b) if p.b else Fraction(0),
        "straight": Fraction(p.a * p.b, p.m * p.n),
        "flip": Fraction(p.n, p.b) if p.b else Fraction(0),
        "flips": signed(Fraction(p.n, p.b)) if p.b else "",
    },
    where=(
        lambda p: p.a and p.b and min(p.a, p.b) < 0 and p.one.denominator == p.m,
        lambda p: p.two.denominator == p.n and abs(p.one) != abs(p.two),
        lambda p: p.answer.denominator > 1 and abs(p.b) > 1,
    ),
    canon=lambda p: (p.one, p.two, p.sign),
    stem="What is [[{one} {sign} {twos}]]?",
    key=lambda p: p.answer,
    checker=lambda p, v: v / p.two == p.one if p.sign == "*" else v * p.two == p.one,
    misconceptions=(
        Slip("sign", lambda p: -p.answer, "The size is right. Think: are the signs alike or not?"),
        Slip(
            "other_rule",
            lambda p: p.crossed if p.sign == "*" else p.straight,
            "Dividing flips the second number; multiplying does not.",
        ),
        Slip(
            "other_rule_and_sign",
            lambda p: -p.crossed if p.sign == "*" else -p.straight,
            "Check two things: the sign, and whether the second number is flipped.",
        ),
        Slip(
            "flips_first",
            lambda p: 1 / p.answer,
            "Everything is upside down. Check tops and bottoms.",
        ),
        Slip("adds", lambda p: p.one + p.two, "You added. Here tops and bottoms are multiplied."),
        Slip("subtracts", lambda p: p.one - p.two, "You subtracted. Multiply tops and bottoms."),
        Slip("upside_down_sign", lambda p: -1 / p.answer, "Check the sign, and top and bottom."),
    ),
    hints=(
        "Find the sign first: like signs give plus, unlike signs minus.",
        "To multiply: top times top, bottom times bottom. To divide, flip the second number.",
    ),
    steps=lambda p: (
        *(
            (Step("Flip the second number.", f"{p.one} ÷ {p.twos}", f"{p.one} * {p.flips}"),)
            if p.sign == "÷"
            else ()
        ),
        Step(
            "Top times top, bottom times bottom.",
            f"{p.one} {p.sign} {p.twos}",
            f"{p.answer}",
        ),
    ),
    form=RATIONAL,
)

_STORIES = (
    ("It was {one} °C.", "Then it got {two} degrees colder.", "What is it now, in °C?", -1),
    ("A diver is at {one} m.", "She swims up {two} m.", "At how many m is she now?", 1),
    ("The account stands at {one} dollars.", "{two} dollars are paid in.", "What is it now?", 1),
    ("The account stands at {one} dollars.", "A bill of {two} is paid.", "What is it now?", -1),
)

_DECIMALS = Family(
    id="math.rational.decimal_story",
    skill="math.rational",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(-195, 96),
        "b": range(12, 240),
        "tale": _STORIES,
    },
    derive=lambda p: {
        "one": decimal_text(Fraction(p.a, 10)),
        "two": decimal_text(Fraction(p.b, 10)),
        "way": p.tale[3],
        "end": Fraction(p.a + p.tale[3] * p.b, 10),
        "sign": "+" if p.tale[3] > 0 else "-",
        "shown": decimal_text(Fraction(p.a + p.tale[3] * p.b, 10)),
        "story": " ".join(p.tale[:3]).format(
            one=decimal_text(Fraction(p.a, 10)), two=decimal_text(Fraction(p.b, 10))
        ),
        "verb": "rises" if p.tale[3] > 0 else "falls",
    },
    where=(
        lambda p: p.a % 10 and p.b % 10 and (p.a < 0 or p.way < 0) and p.end,
        lambda p: ("diver" not in p.story or p.end < 0) and abs(p.a) != p.b,
        lambda p: p.a < 0 or p.end < 0,
    ),
    canon=lambda p: (p.a, p.b, p.way),
    stem="{story}",
    key=lambda p: p.end,
    checker=lambda p, v: (v - Fraction(p.a, 10)) * 10 == p.way * p.b,
    misconceptions=(
        Slip(
            "other_way",
            lambda p: Fraction(p.a - p.way * p.b, 10),
            "It {verb} by {two}. Which way is that on the number line?",
        ),
        Slip("opposite", lambda p: -p.end, "The size is right. Is it above or below zero now?"),
        Slip(
            "no_signs",
            lambda p: Fraction(abs(p.a) + p.b, 10),
            "You added the sizes only. Start at {one} and go the right way.",
        ),
        Slip(
            "sizes_gap",
            lambda p: Fraction(abs(abs(p.a) - p.b), 10),
            "You took the gap of the sizes. Start at {one}: it {verb}.",
        ),
        Slip(
            "one_off",
            lambda p: p.end + 1,
            "Check the step over the whole number: you are one off.",
        ),
    ),
    hints=(
        "Start at {one} on the number line. Which way do you go?",
        "Work out [[{one} {sign} {two}]].",
    ),
    steps=(Step("It {verb} by {two}.", "{one} {sign} {two}", "{shown}"),),
    form=DECIMAL,
)


FAMILIES = (
    _ADD,
    _MULTIPLY,
    _DECIMALS,
)
