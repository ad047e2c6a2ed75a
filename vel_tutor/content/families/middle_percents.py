"""Percent: the whole from a part, other ways to write it, error, tips, sales and two changes."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, RATIONAL, decimal_text
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat

_RATES = (5, 10, 15, 20, 25, 30, 40, 60, 70, 75, 80)


_WHOLE = Family(
    id="math.percent.whole",
    skill="math.percent",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "rate": _RATES,
        "whole": range(20, 420, 4),
        "scene": (
            "{part} pupils walk to school. That is {rate}% of them. How many pupils are there?",
            "{part} is {rate}% of a number. What is the number?",
            "A tank holds {part} liters now. It is {rate}% full. How many liters fit in?",
            "Ivy has read {part} pages. That is {rate}% of the book. How long is the book?",
        ),
    },
    derive=lambda p: {
        "part": p.whole * p.rate // 100,
        "one": decimal_text(Fraction(p.whole, 100)),
        "story": p.scene.format(part=p.whole * p.rate // 100, rate=p.rate),
    },
    where=(lambda p: p.whole * p.rate % 100 == 0 and p.part != p.rate,),
    canon=lambda p: (p.rate, p.whole),
    stem="{story}",
    key=lambda p: p.whole,
    checker=lambda p, v: Fraction(p.part, v) == Fraction(p.rate, 100),
    misconceptions=(
        Slip(
            "takes_percent",
            lambda p: Fraction(p.part * p.rate, 100),
            "You took {rate}% of {part}. But {part} is the part, not the whole.",
        ),
        Slip("one_percent", lambda p: Fraction(p.whole, 100), "That is 1%. The whole is 100%."),
        Slip(
            "adds_percent",
            lambda p: p.part + Fraction(p.part * p.rate, 100),
            "You added {rate}% of {part}. Find 1% first, then 100%.",
        ),
        Slip("multiplies", lambda p: p.part * p.rate, "You multiplied. What would 1% be?"),
        Slip("adds", lambda p: p.part + 100 - p.rate, "Percents cannot be added to an amount."),
        Slip(
            "the_rest",
            lambda p: p.whole - p.part,
            "That is what is missing. The question is about all of it.",
        ),
    ),
    hints=("{part} stands for {rate}%. What stands for 1%?", "Divide {part} by {rate}."),
    steps=(
        Step("1% is:", "{part} ÷ {rate}", "{one}"),
        Step("100% is:", "100 * {one}", "{whole}"),
    ),
    form=RATIONAL,
)


def _written(p: Params) -> dict[str, object]:
    value = Fraction(p.top, p.bottom)
    shown = decimal_text(value)
    return {
        "value": value,
        "decimal": shown,
        "given": tex(f"{p.top}/{p.bottom}") if p.as_fraction else tex(shown),
        "percent": decimal_text(value * 100),
        "kind": "fraction" if p.as_fraction else "decimal",
    }


_CONVERT = Family(
    id="math.percent.convert",
    skill="math.percent",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "top": range(1, 60),
        "bottom": (4, 5, 8, 10, 20, 25, 40, 50),
        "as_fraction": (True, False),
    },
    derive=_written,
    where=(
        lambda p: p.value < 2 and p.value != 1 and p.value.denominator == p.bottom,
        lambda p: (p.value * 1000).denominator == 1,
    ),
    canon=lambda p: (p.value, p.as_fraction),
    stem="Write {given} as a percent.",
    key=lambda p: p.value * 100,
    checker=lambda p, v: v * p.bottom == 100 * p.top,
    misconceptions=(
        Slip(
            "only_ten",
            lambda p: p.value * 10,
            "You moved the point one place. A percent is a hundredth, so two places.",
        ),
        Slip("sign_only", lambda p: p.value, "You only added the sign. 1 whole is 100%."),
        Slip("three_places", lambda p: p.value * 1000, "You moved the point too far: two places."),
        Slip(
            "to_hundred",
            lambda p: abs(100 - p.value * 100),
            "That is the gap to 100%. How many hundredths are given?",
        ),
        Slip(
            "top",
            lambda p: p.top if p.as_fraction else None,
            "{top} out of {bottom} is not {top} out of 100.",
        ),
        Slip(
            "bottom",
            lambda p: p.bottom if p.as_fraction else None,
            "{bottom} is the number of parts in one whole.",
        ),
        Slip("half", lambda p: p.value * 50, "Half as much. How many hundredths are in 1 whole?"),
        Slip("double", lambda p: p.value * 200, "Twice as much. How many hundredths is it?"),
    ),
    hints=(
        "Percent means out of 100. How many hundredths is it?",
        "Multiply the {kind} by 100.",
    ),
    steps=(
        Step("As a decimal:", "{top}/{bottom}", "{decimal}"),
        Step("Count the hundredths.", "{decimal}", "{percent}%"),
    ),
    form=PERCENT,
)

_ERROR = Family(
    id="math.percent_change.error",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "real": (20, 25, 40, 50, 60, 75, 80, 120, 125, 150, 160, 200, 250, 300, 400),
        "rate": (2, 4, 5, 8, 10, 12, 15, 16, 20, 25, 30, 35, 40),
        "over": (True, False),
        "what": ("beans in a jar", "steps to school", "people in a hall", "seeds in a bag"),
    },
    derive=lambda p: {
        "off": p.real * p.rate // 100,
        "guess": p.real + (1 if p.over else -1) * (p.real * p.rate // 100),
    },
    where=(lambda p: p.real * p.rate % 100 == 0 and p.off != p.rate,),
    canon=lambda p: (p.real, p.rate, p.over),
    stem="Sam guesses {guess} {what}. There are {real}. By what percent is the guess off?",
    key=lambda p: p.rate,
    checker=lambda p, v: abs(p.guess - p.real) * 100 == v * p.real,
    misconceptions=(
        Slip("difference", lambda p: p.off, "{off} is how far off. Compare it with {real}."),
        Slip(
            "of_the_guess",
            lambda p: _tenths(Fraction(100 * p.off, p.guess)),
            "You compared with the guess. The real number is the whole: {real}.",
        ),
        Slip(
            "ratio",
            lambda p: Fraction(100 * p.guess, p.real),
            "That is the guess as a percent of {real}. How far is it from 100%?",
        ),
        Slip("point", lambda p: Fraction(p.rate, 10), "Check the point. How many hundredths?"),
        Slip(
            "turned",
            lambda p: _tenths(Fraction(100 * p.real, p.guess)),
            "You divided {real} by {guess}. First find how far off the guess is.",
        ),
    ),
    hints=(
        "How far off is the guess?",
        "The guess is off by {off}. What part of {real} is that?",
    ),
    steps=lambda p: (
        Step(
            "How far off:",
            f"{p.guess} - {p.real}" if p.over else f"{p.real} - {p.guess}",
            f"{p.off}",
        ),
        Step(f"As a part of {p.real}:", f"{p.off}/{p.real}", f"{p.rate}%"),
    ),
    form=PERCENT,
)


def _tenths(value: Fraction) -> Fraction | None:
    return value if (value * 10).denominator == 1 else None


FAMILIES = (
    _WHOLE,
    _CONVERT,
    _ERROR,
)
