"""Grades 4 and 5: tenths and hundredths, comparing, rounding and subtracting decimals."""

from fractions import Fraction

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _grid_told(p: Params) -> str:
    return (
        f"A large square cut into 100 small squares, ten in each column."
        f" {p.n // 10} full columns and {p.n % 10} more small squares are dark."
    )


def _grid(p: Params) -> dict[str, object]:
    return {
        "x": Fraction(p.n, 100),
        "shown": decimal_text(Fraction(p.n, 100)),
        "asked": "light" if p.of == "light" else "dark",
        "m": p.n if p.of == "dark" else 100 - p.n,
        "value": Fraction(p.n if p.of == "dark" else 100 - p.n, 100),
    }


_GRID = Family(
    id="math.tenths.grid",
    skill="math.tenths",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"n": range(2, 99), "of": ("dark", "dark", "light")},
    derive=_grid,
    where=(lambda p: p.n != 50,),
    stem="The large square is one whole. How much of it is {asked}? Write a decimal.",
    key=lambda p: p.value,
    checker=lambda p, v: v * 100 == (p.n if p.of == "dark" else 100 - p.n),
    misconceptions=(
        Slip("counts", lambda p: Fraction(p.m), "You counted small squares. The whole is 1."),
        Slip(
            "tenths_for_hundredths",
            lambda p: Fraction(p.m, 10),
            "One small square is a hundredth, not a tenth.",
        ),
        Slip(
            "other_part", lambda p: 1 - p.value, "That is the other part. Look at what is {asked}."
        ),
        Slip(
            "swaps_digits",
            lambda p: Fraction(p.m % 10 * 10 + p.m // 10, 100),
            "You swapped the digits. A full column is a tenth.",
        ),
        Slip("thousandths", lambda p: p.value / 10, "There are 100 small squares, not 1,000."),
    ),
    hints=("One column is a tenth of the whole.", "One small square is a hundredth."),
    steps=lambda p: (
        Step(
            f"Out of 100 small squares {p.m} are {p.asked}.",
            f"{p.m}/100",
            decimal_text(p.value),
        ),
    ),
    form=DECIMAL,
    must="decimal",
    figure=lambda p: shapes.squares(_grid_told(p), [(i // 10, i % 10) for i in range(p.n)], 10, 10),
    alt=_grid_told,
)

_PARTS = Family(
    id="math.tenths.parts",
    skill="math.tenths",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"w": range(7), "a": range(10), "b": range(1, 10), "turn": (0, 1)},
    derive=lambda p: {
        "x": p.w + Fraction(p.a, 10) + Fraction(p.b, 100),
        "shown": decimal_text(p.w + Fraction(p.a, 10) + Fraction(p.b, 100), 2),
        "sum": (f"{p.w} + " * (p.w > 0))
        + (f"{p.b}/100 + {p.a}/10" if p.turn else f"{p.a}/10 + {p.b}/100"),
    },
    where=(lambda p: p.a != p.b and p.w + p.a > 0,),
    stem="Write [[{sum}]] as a decimal.",
    key=lambda p: p.x,
    checker=lambda p, v: v * 100 == 100 * p.w + 10 * p.a + p.b,
    misconceptions=(
        Slip(
            "swaps_places",
            lambda p: p.w + Fraction(p.b, 10) + Fraction(p.a, 100),
            "You swapped tenths and hundredths. Tenths come first after the point.",
        ),
        Slip(
            "adds_tops",
            lambda p: p.w + Fraction(p.a + p.b, 100),
            "You added {a} and {b}, but they are parts of different size.",
        ),
        Slip(
            "all_tenths",
            lambda p: p.w + Fraction(p.a + p.b, 10),
            "You took the hundredths as tenths. A hundredth is much smaller.",
        ),
        Slip(
            "adds_bottoms",
            lambda p: p.w + Fraction(p.a + p.b, 1000),
            "Keep the places: tenths first, then hundredths.",
        ),
        Slip("whole_number", lambda p: p.x * 100, "You forgot the point. The parts are below 1."),
    ),
    hints=("The first place after the point is for tenths.", "The second place is for hundredths."),
    steps=(Step("Tenths go first, then hundredths.", "{sum}", "{shown}"),),
    form=DECIMAL,
    must="decimal",
)


def _pair(p: Params) -> dict[str, object]:
    one, two = Fraction(p.a, 10), Fraction(p.b, 100)
    more, less = max(one, two), min(one, two)
    texts = {one: decimal_text(one, 1), two: decimal_text(two, 2)}
    return {
        "first": texts[one] if p.turn else texts[two],
        "second": texts[two] if p.turn else texts[one],
        "more": more,
        "less": less,
        "more_text": texts[more],
        "less_text": texts[less],
        "hundredths": more * 100,
        "longer_is_more": two > one,
    }


_MORE = Family(
    id="math.tenths.more",
    skill="math.tenths",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"a": range(1, 30), "b": range(2, 300), "turn": (0, 1)},
    derive=lambda p: _pair(p) if p.a * 10 != p.b else {"more": 0, "less": 0},
    where=(
        lambda p: p.more != p.less and p.b % 10 and p.a % 10,
        lambda p: p.a // 10 == p.b // 100 and p.more - p.less < Fraction(6, 10),
    ),
    canon=lambda p: (p.a, p.b),
    stem="Which is more, [[{first}]] or [[{second}]]?",
    key=lambda p: p.more,
    checker=lambda p, v: v in (Fraction(p.a, 10), Fraction(p.b, 100)) and v > p.less,
    misconceptions=(
        Slip(
            "longer_is_larger",
            lambda p: None if p.longer_is_more else p.less,
            "It has more digits, but that does not make it more. Compare the tenths.",
        ),
        Slip(
            "shorter_is_larger",
            lambda p: p.less if p.longer_is_more else None,
            "It has fewer digits, but that does not make it more. Compare the tenths.",
        ),
        Slip("adds", lambda p: p.more + p.less, "You added them. Type the one that is more."),
        Slip("subtracts", lambda p: p.more - p.less, "That is how much more. Type the larger one."),
        Slip("drops_point", lambda p: p.hundredths, "Do not forget the decimal point."),
    ),
    hints=(
        "Give both the same number of places.",
        "Compare the tenths first, then the hundredths.",
    ),
    steps=(
        Step("In hundredths:", "{more_text} * 100", "{hundredths}"),
        Step("That is more than the other one.", "{hundredths}/100", "{more_text}"),
    ),
    form=DECIMAL,
)


def _taken(p: Params) -> dict[str, object]:
    a, b = Fraction(p.a, 10), Fraction(p.b, 100)
    return {
        "x": decimal_text(a, 1),
        "y": decimal_text(b, 2),
        "padded": decimal_text(a, 2),
        "left": a - b,
        "shown": decimal_text(abs(a - b), 2),
        "tail": p.b % 10,
    }


_SUBTRACT = Family(
    id="math.decimals.subtract",
    skill="math.decimals",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(31, 100), "b": range(105, 900)},
    derive=_taken,
    where=(lambda p: p.a % 10 and p.tail and p.a * 10 - p.b > 20,),
    stem="What is [[{x} - {y}]]?",
    key=lambda p: p.left,
    checker=lambda p, v: v * 100 + p.b == p.a * 10,
    misconceptions=(
        Slip(
            "brings_down",
            lambda p: p.left + Fraction(2 * p.tail, 100),
            "You just copied the {tail} at the end. Write {x} as {padded} and open a tenth.",
        ),
        Slip(
            "lines_up_right",
            lambda p: abs(Fraction(p.a, 100) - Fraction(p.b, 100)),
            "Write point under point, not the last digits under each other.",
        ),
        Slip(
            "keeps_the_tenth",
            lambda p: p.left + Fraction(1, 10),
            "You opened a tenth, so there is one tenth less now.",
        ),
        Slip(
            "adds",
            lambda p: Fraction(p.a, 10) + Fraction(p.b, 100),
            "You added. The sign says minus.",
        ),
        Slip(
            "drops_point",
            lambda p: p.left * 100,
            "The point is missing. Place it below the others.",
        ),
    ),
    hints=("Write point under point.", "{x} is the same as {padded}. Now open a tenth."),
    steps=(
        Step("Give both two places.", "{x}", "{padded}"),
        Step("Take away place by place.", "{padded} - {y}", "{shown}"),
    ),
    form=DECIMAL,
)


def _rounded(number: Fraction, places: int) -> Fraction:
    scale = 10**places
    return Fraction((2 * number * scale + 1) // 2, scale)


def _round(p: Params) -> dict[str, object]:
    x = Fraction(p.n, 1000)
    near = _rounded(x, p.places)
    return {
        "x": x,
        "shown": decimal_text(x, 3),
        "unit": ("whole number", "tenth", "hundredth")[p.places],
        "near": near,
        "near_text": decimal_text(near),
        "off": decimal_text(abs(x - near)),
        "sign": "+" if near > x else "-",
        "step": Fraction(1, 10**p.places),
    }


_ROUND = Family(
    id="math.decimals.round",
    skill="math.decimals",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"n": range(1021, 29_990, 7), "places": (0, 1, 2)},
    derive=_round,
    where=(lambda p: all(digit != "0" for digit in str(p.n)[-3:]) and p.near != p.x,),
    stem="Round [[{shown}]] to the nearest {unit}.",
    key=lambda p: p.near,
    checker=lambda p, v: (
        (v / p.step).denominator == 1 and (abs(v - p.x) < p.step / 2 or v - p.x == p.step / 2)
    ),
    misconceptions=(
        Slip(
            "rounds_step_by_step",
            lambda p: _rounded(_rounded(p.x, 2), p.places) if p.places < 2 else None,
            "Do not round again and again. Look only at the next digit after the {unit}s.",
        ),
        Slip(
            "other_side",
            lambda p: p.near + (p.step if p.near < p.x else -p.step),
            "Look at the digit just after the place you round to. Is it 5 or more?",
        ),
        Slip(
            "place_too_far",
            lambda p: _rounded(p.x, p.places + 1),
            "You kept one place too many. Round to the nearest {unit}.",
        ),
        Slip(
            "place_too_short",
            lambda p: _rounded(p.x, p.places - 1) if p.places else None,
            "You went one place too far to the left. Keep the {unit}s.",
        ),
        Slip("nothing", lambda p: p.x, "That is the number itself. Which {unit} is near?"),
        Slip("point_lost", lambda p: p.near * 10, "The point slipped. The value must stay close."),
    ),
    hints=("Find the place you round to.", "Look at the next digit on its right: is it 5 or more?"),
    steps=(Step("The nearest {unit} is close by.", "{shown} {sign} {off}", "{near_text}"),),
    form=DECIMAL,
)

FAMILIES = (_GRID, _PARTS, _MORE, _SUBTRACT, _ROUND)
