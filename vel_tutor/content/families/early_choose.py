"""Grades 1 to 4: choosing all that fit."""

from vel_tutor.content import arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, WHOLE
from vel_tutor.vocabulary import ItemFormat


def _parity(p: Params) -> dict[str, object]:
    odd = int(p.asked == "odd")
    right = tuple(10 * t + 2 * o + odd for t, o in ((p.t1, p.o1), (p.t2, p.o2), (p.t3, p.o3)))
    return {
        "odd": odd,
        "right": right[: p.count],
        "tens_fit": 10 * (2 * p.x1 + odd) + 2 * p.y1 + 1 - odd,
        "turned": 10 * (2 * p.x2 + odd) + 2 * p.y2 + 1 - odd,
        "near": right[0] + p.by,
        "other": 10 * (2 * p.x2 + 1 - odd) + 2 * p.y1 + 1 - odd,
    }


_ALL_EVEN = Family(
    id="math.even_odd.all",
    skill="math.even_odd",
    grade=2,
    format=ItemFormat.MULTI,
    time_s=35,
    params={
        "asked": ("even", "odd"),
        **{name: range(1, 10) for name in ("t1", "t2", "t3")},
        **{name: range(5) for name in ("o1", "o2", "o3", "y1", "y2")},
        **{name: range(1, 5) for name in ("x1", "x2")},
        "count": (2, 3),
        "by": (-1, 1),
    },
    derive=_parity,
    where=(lambda p: len(set(p.right)) == p.count,),
    stem="Choose all the {asked} numbers.",
    key=lambda p: p.right,
    checker=lambda p, v: (v in range(0, 101, 2)) == (p.asked == "even"),
    misconceptions=(
        Slip("looks_at_tens", lambda p: p.tens_fit, "Look at the last digit of it, not the first."),
        Slip("first_digit_again", lambda p: p.turned, "Only the ones tell. Can they go in pairs?"),
        Slip("neighbor", lambda p: p.near, "That is just beside one. Make pairs of its ones."),
        Slip("swaps_words", lambda p: p.other, "You mixed up even and odd. Even goes in pairs."),
    ),
    hints=("Look at the last digit of each number.", "Even ends in 0, 2, 4, 6 or 8. Odd does not."),
    steps=lambda p: tuple(
        Step("Pairs, and what is left over:", f"2 * {n // 2} + {n % 2}", f"{n}") for n in p.right
    ),
    form=WHOLE,
)


def _sums(p: Params) -> dict[str, object]:
    n = p.n
    right = (f"{p.a} + {n - p.a}", f"{n + p.b} - {p.b}", f"{p.c} + {n - p.c}")
    return {"right": right[: p.count], "d": n - p.a}


_ALL_SUMS = Family(
    id="math.add_20.all_that_make",
    skill="math.add_20",
    grade=1,
    format=ItemFormat.MULTI,
    time_s=40,
    params={
        "n": range(7, 16),
        "a": range(1, 7),
        "b": range(1, 6),
        "c": range(1, 7),
        "count": (2, 3),
    },
    derive=_sums,
    where=(lambda p: p.a != p.c and p.c != p.d and p.a != p.b and p.d != p.a,),
    stem="Choose all that make {n}.",
    key=lambda p: p.right,
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == p.n,
    misconceptions=(
        Slip("one_over", lambda p: f"{p.a} + {p.d + 1}", "That is one more than {n}. Count on."),
        Slip("one_short", lambda p: f"{p.a + 1} + {p.d - 2}", "That is one less than {n}."),
        Slip("whole_as_part", lambda p: f"{p.n} + {p.b}", "Here {n} is just one part of the sum."),
        Slip("takes_from_whole", lambda p: f"{p.n} - {p.b}", "That takes {b} away, so it is less."),
        Slip(
            "both_up",
            lambda p: f"{p.a + 1} + {p.d + 1}",
            "Both parts got one more, so that is two more than {n}.",
        ),
    ),
    hints=("Work out each one by itself.", "A plus and a minus can both come to {n}."),
    steps=lambda p: tuple(Step("This one fits:", text, f"{p.n}") for text in p.right),
    form=EXPRESSION,
)


def _factors(n: int) -> list[int]:
    return [k for k in range(2, n) if n % k == 0]


def _drawn_factors(p: Params) -> tuple[int, ...]:
    of = _factors(p.n)
    turned = of[p.mix % len(of) :] + of[: p.mix % len(of)]
    return tuple(turned[: p.count])


def _no_factor(p: Params) -> int:
    """A small number that does not go into the number."""
    return next(k for k in range(3 + p.mix % 4, p.n) if p.n % k)


_ALL_FACTORS = Family(
    id="math.factors.all",
    skill="math.factors",
    grade=4,
    format=ItemFormat.MULTI,
    time_s=45,
    params={
        "n": tuple(n for n in range(12, 101) if len(_factors(n)) > 3),
        "mix": range(10),
        "count": (2, 3),
    },
    derive=lambda p: {"right": _drawn_factors(p), "twice": 2 * p.n, "gap": _no_factor(p)},
    stem="Choose all the factors of {n}.",
    key=lambda p: p.right,
    checker=lambda p, v: any(v * times == p.n for times in range(1, p.n + 1)),
    misconceptions=(
        Slip("multiple", lambda p: p.twice, "{twice} is a multiple of {n}. A factor goes into it."),
        Slip(
            "one_above",
            lambda p: p.right[0] + 1,
            lambda p: f"{p.right[0] + 1} does not go into {p.n}: there is a rest.",
        ),
        Slip(
            "one_below",
            lambda p: p.right[-1] - 1,
            lambda p: f"Count by {p.right[-1] - 1}. You do not land on {p.n}.",
        ),
        Slip(
            "last_digit",
            lambda p: p.n % 10 + 10,
            lambda p: f"{p.n % 10 + 10} ends like {p.n}, but that does not make it a factor.",
        ),
        Slip(
            "small_so_it_fits",
            lambda p: p.gap,
            "Small numbers do not always fit: {n} divided by {gap} leaves a rest.",
        ),
    ),
    hints=("Divide {n} by each one.", "If there is no rest, it is a factor."),
    steps=lambda p: tuple(
        Step("This one goes in evenly:", f"{f} * {p.n // f}", f"{p.n}") for f in p.right
    ),
    form=WHOLE,
)

FAMILIES = (_ALL_EVEN, _ALL_SUMS, _ALL_FACTORS)
