"""Counting arrangements and groups."""

from itertools import combinations
from math import comb, factorial, perm

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.vocabulary import ItemFormat

_ROLES = (
    ("a captain and a keeper", 2),
    ("a chair, a writer and a treasurer", 3),
    ("first, second and third place", 3),
    ("four different jobs", 4),
)


def _product(n: int, k: int) -> str:
    return " * ".join(str(n - i) for i in range(k))


_ROLES_FAMILY = Family(
    id="math.combinatorics.roles",
    skill="math.combinatorics",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "n": range(5, 21),
        "role": _ROLES,
        "who": ("club members", "players", "pupils", "runners"),
    },
    derive=lambda p: {
        "roles": p.role[0],
        "k": p.role[1],
        "ways": perm(p.n, p.role[1]),
        "product": _product(p.n, p.role[1]),
        "m": p.n - 1,
    },
    stem="In how many ways can {roles} go to {n} {who}, if nobody gets two?",
    key=lambda p: p.ways,
    checker=lambda p, v: v * factorial(p.n - p.k) == factorial(p.n),
    misconceptions=(
        Slip("order_ignored", lambda p: comb(p.n, p.k), "It matters who gets what. Do not divide."),
        Slip(
            "with_repeats",
            lambda p: p.n**p.k,
            "Nobody gets two: after the first choice only {m} are left.",
        ),
        Slip(
            "times_roles",
            lambda p: p.n * p.k,
            "Each choice goes with each of the next: multiply one choice after the other.",
        ),
        Slip(
            "sum",
            lambda p: sum(p.n - i for i in range(p.k)),
            "Multiply the numbers of choices, do not add them.",
        ),
        Slip(
            "one_too_many", lambda p: perm(p.n, p.k + 1), "There are {k} places to fill, not more."
        ),
    ),
    hints=(
        "How many choices are there for the first? And then for the next?",
        "{n} choices first, then {m}. Multiply, {k} factors in all.",
    ),
    steps=(Step("One choice after the other:", "{product}", "{ways}"),),
    form=RATIONAL,
)

_GROUPS = Family(
    id="math.combinatorics.groups",
    skill="math.combinatorics",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "n": range(4, 11),
        "m": range(4, 10),
        "k": (1, 2, 3),
        "l": (1, 2, 3),
        "set": (("girls", "boys"), ("roses", "tulips"), ("novels", "comics")),
    },
    derive=lambda p: {
        "a": p.set[0],
        "b": p.set[1],
        "first": comb(p.n, p.k),
        "second": comb(p.m, p.l),
        "ways": comb(p.n, p.k) * comb(p.m, p.l),
        "size": p.k + p.l,
        "all": p.n + p.m,
        "one_text": f"({_product(p.n, p.k)})/({factorial(p.k)})",
        "two_text": f"({_product(p.m, p.l)})/({factorial(p.l)})",
    },
    where=(lambda p: p.k + p.l > 2 and p.n != p.m,),
    stem=(
        "From {n} {a} and {m} {b}, you choose {k} of the {a} and {l} of the {b}. The order does"
        " not matter. How many choices are there?"
    ),
    key=lambda p: p.ways,
    checker=lambda p, v: (
        v
        == sum(1 for _ in combinations(range(p.n), p.k))
        * sum(1 for _ in combinations(range(p.m), p.l))
    ),
    misconceptions=(
        Slip(
            "adds",
            lambda p: p.first + p.second,
            "Each choice of {a} goes with each choice of {b}: multiply.",
        ),
        Slip(
            "ordered",
            lambda p: perm(p.n, p.k) * perm(p.m, p.l),
            "The order does not matter, so divide by the orders of each group.",
        ),
        Slip(
            "all_together",
            lambda p: comb(p.n + p.m, p.k + p.l),
            "You chose {size} of all {all}, no matter which kind.",
        ),
        Slip(
            "first_only", lambda p: p.first if p.l else None, "Those are the choices of {a} only."
        ),
        Slip("plain_product", lambda p: p.n * p.m, "You choose {k} and {l}, not one of each."),
        Slip(
            "ordered_first",
            lambda p: perm(p.n, p.k) * p.second,
            "Divide the choices of {a} by their orders as well.",
        ),
    ),
    hints=(
        "Choose from the {a} first, then from the {b}.",
        "Count ordered choices, then divide by the number of orders.",
    ),
    steps=(
        Step("Choices of {a}:", "{one_text}", "{first}"),
        Step("Choices of {b}:", "{two_text}", "{second}"),
        Step("Each with each:", "{first} * {second}", "{ways}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _ROLES_FAMILY,
    _GROUPS,
)
