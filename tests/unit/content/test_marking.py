"""What counts as right, as wrong, and as not yet an answer: a table of cases, and the rules."""

from fractions import Fraction

import pytest

from vel_tutor import content
from vel_tutor.content import forms, marking
from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.vocabulary import ItemFormat

RIGHT, WRONG, AGAIN = "right", "wrong", "try again"


def asking(key, form=forms.RATIONAL, unit="", must="", slips=()):
    """A family that always asks the same; its only purpose is its key."""
    return Family(
        id="test.asking",
        skill="test",
        grade=5,
        format=ItemFormat.NUMERIC,
        time_s=10,
        params={},
        stem="?",
        key=lambda p: key,
        checker=lambda p, v: v == key,
        misconceptions=tuple(slips),
        hints=("Look again.", "Count."),
        steps=(Step("It is so."),),
        form=form,
        unit=unit,
        must=must,
    )


def outcome(family, answer):
    verdict = marking.mark(family, Params(), answer, otherwise="Look again.")
    assert verdict.feedback
    return RIGHT if verdict.right else WRONG if verdict.counted else AGAIN


WHOLE = asking(1234, forms.WHOLE)
MINUS = asking(-7, forms.INTEGER)
HALF = asking(Fraction(1, 2), forms.FRACTION)
SIMPLEST = asking(Fraction(3, 4), forms.FRACTION, must="simplest")
MIXED = asking(Fraction(7, 3), forms.MIXED, must="mixed")
IMPROPER = asking(Fraction(7, 3), forms.FRACTION, must="improper")
DECIMAL = asking(Fraction(5, 2), forms.DECIMAL)
ONLY_DECIMAL = asking(Fraction(3, 8), forms.DECIMAL, must="decimal")
PERCENT = asking(25, forms.PERCENT)
MONEY = asking(Fraction(9, 2), forms.MONEY)
CM = asking(19, forms.WHOLE, unit="cm")
SQUARE = asking(24, forms.WHOLE, unit="cm²")
SPEED = asking(60, forms.WHOLE, unit="km/h")
DEGREES = asking(75, forms.WHOLE, unit="°")
BOATS = asking(5, forms.WHOLE, unit="boats")
REST = asking((5, 2), forms.REMAINDER)
POINT = asking((3, -2), forms.POINT)
RATIO = asking((3, 4), forms.RATIO)
EXPANDED = asking("6x + 15", forms.EXPRESSION, must="expanded")
FACTORED = asking("3(2x + 5)", forms.EXPRESSION, must="factored")
SQUARES = asking("x^2 - 9", forms.EXPRESSION)
WORD = asking("evaporation", forms.WORD)

TABLE = [
    (WHOLE, RIGHT, "1234", "1,234", "1 234", " 1234 ", "1234.", "1234.0", "+1234", "x = 1234"),
    (
        WHOLE,
        RIGHT,
        "1234/1",
        "2468/2",
        "n=1234",
        "01234",
        "\uff11\uff12\uff13\uff14",
        "١٢٣٤",
        "1234.00",
        "Y = 1,234",
    ),
    (WHOLE, WRONG, "1235", "-1234", "12.34", "123", "4321", "0", "1233.9", "1/1234"),
    (WHOLE, AGAIN, "", " ", "\t", "abc", "12 34", "1,23,4", "12,34", "one", "1234 1234", "1e3"),
    (WHOLE, AGAIN, "--1234", "+-1234", "12..34", "1.2.3", "?", "0x4d2", "=", "1234 cats", "1234!"),
    (WHOLE, AGAIN, "9" * 61, "1" * 21, "1234 cm", "∞", "NaN", "inf", "1_234", "2+2", "sqrt(4)"),
    (
        MINUS,
        RIGHT,
        "-7",
        "- 7",
        "\u22127",
        "\u20137",
        "—7",
        "-7.0",
        "-14/2",
        "x = -7",
        "x=\u22127",
        "\uff0d7",
        "7/-1",
    ),
    (MINUS, WRONG, "7", "+7", "-8", "-0.7", "0", "14/2", "-7/-1", "-700", "- 6"),
    (MINUS, AGAIN, "-", "\u2212", "--7", "7-", "(7)", "minus seven", "-7-", "- -7"),
    (
        HALF,
        RIGHT,
        "1/2",
        "2/4",
        "½",
        "0.5",
        ".5",
        "50%",
        "50 %",
        "5/10",
        "1 / 2",
        "-1/-2",
        "1\u20442",
    ),
    (HALF, RIGHT, "1\u22152", "1\uff0f2", "0.500", "0.50", "50 percent", "+1/2", "x = 1/2"),
    (HALF, WRONG, "2", "1/3", "-1/2", "1.2", "0.05", "5", "1 1/2", "2/1", "50", "¼", "0.5%"),
    (HALF, AGAIN, "1/0", "1//2", "/2", "1/", "half", "1/2/3", "a/b", "0/0", "1:2", "0,5"),
    (SIMPLEST, RIGHT, "3/4", "¾", "0.75", "75%", " 3 / 4 "),
    (SIMPLEST, AGAIN, "6/8", "9/12", "75/100", "-6/-8"),
    (SIMPLEST, WRONG, "4/3", "3/5", "6/9"),
    (MIXED, RIGHT, "2 1/3", "2⅓", "2  1/3", "+2 1/3"),
    (MIXED, AGAIN, "7/3", "14/6", "2 2/6", "1 4/3", "2 1/0", "2 1 / ", "2 - 1/3"),
    (MIXED, WRONG, "1 2/3", "2 1/2", "21/3", "3/7", "-2 1/3", "2.3"),
    (IMPROPER, RIGHT, "7/3", "14/6"),
    (IMPROPER, AGAIN, "2 1/3", "2⅓"),
    (DECIMAL, RIGHT, "2.5", "2.50", "5/2", "2 1/2", "2½", "250%", "02.5", "+2.5"),
    (DECIMAL, WRONG, "2.05", "25", ".25", "-2.5", "2.5%", "0.25"),
    (DECIMAL, AGAIN, "2,5", "2.5.0", "2 5", "2 .5x"),
    (ONLY_DECIMAL, RIGHT, ".375", "0.375", "0.3750"),
    (ONLY_DECIMAL, AGAIN, "3/8", "37.5%", "6/16"),
    (ONLY_DECIMAL, WRONG, "3.8", "0.38", "8/3"),
    (PERCENT, RIGHT, "25%", "25", "25 %", "25 percent", "25.0%", "50/2"),
    (PERCENT, AGAIN, "0.25", "1/4", ".25", "25 cm", "quarter"),
    (PERCENT, WRONG, "2.5", "75", "75%", "0.25%", "250%"),
    (MONEY, RIGHT, "$4.50", "4.50", "4.5", "$4.5", "4.50 dollars", "450 cents", "450¢", "$ 4.50"),
    (MONEY, RIGHT, "4 1/2", "450 cent"),
    (MONEY, WRONG, "$45", "45", "$4.05", "4.05", "450", "$450", "45 cents"),
    (MONEY, AGAIN, "4.50 cm", "$", "4,50", "€4.50"),
    (
        CM,
        RIGHT,
        "19",
        "19 cm",
        "19cm",
        "19 CM",
        "19 centimeters",
        "19 centimetre",
        "19.0 cm",
        "19 cm.",
    ),
    (CM, AGAIN, "19 m", "19 mm", "19 kg", "19 bananas", "cm", "19 cm²", "0.19 m"),
    (CM, WRONG, "18", "18 cm", "-19 cm", "190 cm"),
    (SQUARE, RIGHT, "24", "24 cm²", "24 cm^2", "24cm2", "24 sq cm", "24 square centimeters"),
    (SQUARE, AGAIN, "24 cm", "24 cm³", "24 m²", "24 squares of"),
    (SPEED, RIGHT, "60", "60 km/h", "60 kph", "60 km per hour", "60km/h"),
    (SPEED, AGAIN, "60 m/s", "60 km", "60 h"),
    (DEGREES, RIGHT, "75", "75°", "75 °", "75 degrees", "75 deg"),
    (DEGREES, AGAIN, "75 cm", "75 °C"),
    (BOATS, RIGHT, "5", "5 boats", "5 boat", "5 Boats"),
    (BOATS, AGAIN, "5 cars", "five boats"),
    (REST, RIGHT, "5 R 2", "5R2", "5 r 2", "5 remainder 2", "5, 2", "5 rem 2", "(5, 2)", "5 r. 2"),
    (REST, WRONG, "2 R 5", "5 R 0", "4 R 9", "5 R 3"),
    (REST, AGAIN, "5", "5 2", "R 2", "5 R", "five R two", "5 R 2 R 1"),
    (
        POINT,
        RIGHT,
        "(3, -2)",
        "3, -2",
        "(3,-2)",
        "x = 3, y = -2",
        "3; -2",
        "(3, \u22122)",
        "x=3 and y=-2",
    ),
    (POINT, WRONG, "(-2, 3)", "(3, 2)", "(-3, -2)", "(0, 0)"),
    (POINT, AGAIN, "3", "(3 -2)", "(3, -2, 1)", "(a, b)", "()", "(3, )"),
    (RATIO, RIGHT, "3:4", "3 : 4", "3 to 4", "3\u22364"),
    (RATIO, AGAIN, "6:8", "9 : 12", "3", "3/4", ":4", "1.5 : 2"),
    (RATIO, WRONG, "4:3", "3:7", "3:5", "0:4"),
    (
        EXPANDED,
        RIGHT,
        "6x + 15",
        "6x+15",
        "15 + 6x",
        "6*x + 15",
        "6X + 15",
        "y = 6x + 15",
        "6·x+15",
    ),
    (EXPANDED, RIGHT, "15 - -6x", "6x + 30/2"),
    (
        EXPANDED,
        AGAIN,
        "3(2x + 5)",
        "6x + 10 + 5",
        "3x + 3x + 15",
        "6y + 15",
        "6x +",
        "6x ++ 15",
        "x6",
        ")(",
    ),
    (
        EXPANDED,
        AGAIN,
        "__import__('os')",
        "6x + 15; 1",
        "x^99999999",
        "((((((((",
        "9^9^9^9",
        "6x + foo",
    ),
    (EXPANDED, WRONG, "6x + 5", "6x", "21x", "5x + 15", "6x - 15", "6x^2 + 15"),
    (FACTORED, RIGHT, "3(2x + 5)", "3 * (2x+5)", "(2x+5)*3", "3(5 + 2x)", "3·(2x + 5)"),
    (FACTORED, AGAIN, "6x + 15", "6(x + 2.5)", "1(6x + 15)"),
    (FACTORED, WRONG, "3(2x + 15)", "3(6x + 5)", "3(2x - 5)"),
    (
        SQUARES,
        RIGHT,
        "x^2 - 9",
        "x² \u2212 9",
        "x*x - 9",
        "(x + 3)(x - 3)",
        "-9 + x^2",
        "x x - 9",
        "xx-9",
    ),
    (SQUARES, WRONG, "x^2 - 9 + (x - 11)(x - 17)", "x^2 + 9", "2x - 9", "(x - 3)^2", "x^3 - 9"),
    (WORD, RIGHT, "evaporation", "Evaporation", " EVAPORATION ", "evaporation.", '"evaporation"'),
    (WORD, WRONG, "condensation", "evaporate", "evap", "rain"),
    (WORD, AGAIN, "?", "...", "-", "'"),
]
CASES = [(family, expected, answer) for family, expected, *answers in TABLE for answer in answers]


def named(case):
    family, expected, answer = case
    return f"{answer[:24]!r} for {family.key(Params())} is {expected}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_answer_is_marked_as_a_fair_teacher_would(case):
    family, expected, answer = case

    assert outcome(family, answer) == expected


def test_the_table_is_long_enough_to_trust():
    assert len(CASES) >= 200


def test_a_known_slip_gets_its_own_feedback():
    slip = Misconception("adds", lambda p: Fraction(2, 5), "You added tops and bottoms.")
    family = asking(Fraction(5, 6), slips=[slip])

    verdict = marking.mark(family, Params(), "4/10", otherwise="Look again.")

    assert (verdict.right, verdict.counted) == (False, True)
    assert (verdict.misconception, verdict.feedback) == ("adds", "You added tops and bottoms.")


def test_a_slip_is_recognised_in_an_expression_written_another_way():
    slip = Misconception("first_only", lambda p: "6x + 5", "You forgot the last part.")
    family = asking("6x + 15", forms.EXPRESSION, slips=[slip])

    assert marking.mark(family, Params(), "5+6x", otherwise="-").misconception == "first_only"


def test_an_unknown_slip_gets_the_hint():
    verdict = marking.mark(WHOLE, Params(), "77", otherwise="Start with the ones.")

    assert verdict.feedback == "Not yet. Start with the ones."


@pytest.mark.parametrize(
    ("family", "answer", "word"),
    [
        (SIMPLEST, "6/8", "simplest"),
        (MIXED, "7/3", "mixed number"),
        (PERCENT, "0.25", "percent"),
        (CM, "19 m", "cm"),
        (RATIO, "6:8", "simplest"),
        (EXPANDED, "3(2x+5)", "brackets"),
        (EXPANDED, "6y+15", "x"),
        (FACTORED, "6x+15", "product"),
        (REST, "5", "5 R 2"),
        (WHOLE, "twelve", "number"),
    ],
)
def test_try_again_says_what_to_write_instead(family, answer, word):
    assert word in marking.mark(family, Params(), answer, otherwise="-").feedback


def test_the_choice_at_the_position_is_marked():
    item = content.instance("math.perimeter.rectangle", 1)

    verdicts = [content.check(item, str(place)) for place in range(4)]

    assert [v.right for v in verdicts] == [choice.right for choice in item.choices]
    assert all(v.counted for v in verdicts)


@pytest.mark.parametrize("answer", ["", "4", "-1", "A", "1.0", "²", "99999"])
def test_a_position_that_is_not_there_is_not_counted(answer):
    assert not content.check(content.instance("math.perimeter.rectangle", 1), answer).counted


def test_a_typed_item_is_marked_by_its_family():
    item = content.instance("math.frac_add_unlike.sum", 3)

    assert content.check(item, item.key).right
    assert content.check(item, "").feedback == marking.EMPTY


def test_a_product_with_i_that_is_not_worked_out_yet_does_not_count():
    item = content.instance("math.complex_numbers.multiply", 3)

    verdict = marking.check(item, "(4 - 3i)(-7 + 3i)")

    assert (verdict.right, verdict.counted) == (False, False)
    assert marking.check(item, "33i - 19").right
