"""Energy pyramids, food chains and inheritance."""

from fractions import Fraction
from itertools import pairwise, product

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import DECIMAL, PERCENT, TEXT, decimal_text
from vel_tutor.vocabulary import ItemFormat

_CHAINS: tuple[tuple[str, ...], ...] = (
    ("grass", "grasshoppers", "frogs", "snakes", "hawks"),
    ("algae", "tadpoles", "perch", "pike", "otters"),
    ("oak leaves", "caterpillars", "robins", "sparrow hawks"),
    ("clover", "rabbits", "foxes", "wolves"),
    ("seeds", "mice", "weasels", "owls"),
    ("plankton", "shrimp", "herring", "seals", "orcas"),
    ("kelp", "sea urchins", "sea otters", "sharks"),
    ("wheat", "beetles", "shrews", "barn owls"),
    ("berries", "voles", "stoats", "eagles"),
    ("reeds", "snails", "ducks", "marsh hawks"),
    ("cactus", "ants", "lizards", "roadrunners"),
    ("moss", "mites", "spiders", "wrens"),
)

_PYRAMID = Family(
    id="science.ecosystems.pyramid",
    skill="science.energy_pyramid",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "chain": _CHAINS,
        "thousands": range(2, 96),
        "level": (2, 3),
    },
    derive=lambda p: {
        "energy": 1000 * p.thousands,
        "shown": f"{1000 * p.thousands:,}",
        "plant": p.chain[0],
        "eater": p.chain[p.level],
        "arrows": " → ".join(p.chain[: p.level + 1]),
    },
    stem=(
        "Food chain: {arrows}. About 10% of the energy passes on at each arrow. There are"
        " {shown} kJ in the {plant}. How much of it reaches the {eater}?"
    ),
    key=lambda p: Fraction(p.energy, 10**p.level),
    checker=lambda p, v: v == p.energy * Fraction("0.1") ** p.level,
    misconceptions=(
        Misconception(
            "one_step_less",
            lambda p: Fraction(p.energy, 10 ** (p.level - 1)),
            "You stopped one level too early. Count the arrows from the {plant}.",
        ),
        Misconception(
            "one_step_more",
            lambda p: Fraction(p.energy, 10 ** (p.level + 1)),
            "You went one level too far. Count the arrows, not the living things.",
        ),
        Misconception(
            "all_energy",
            lambda p: p.energy,
            "Energy is lost at each level: it is used to live and leaves as heat.",
        ),
        Misconception(
            "adds_percents",
            lambda p: Fraction(p.energy * p.level, 10),
            "You added the percents. Each level gets 10% of the level before it.",
        ),
        Misconception(
            "ninety_percent",
            lambda p: Fraction(p.energy * 9**p.level, 10**p.level),
            "You passed on 90%. That is what is lost; 10% is passed on.",
        ),
    ),
    hints=(
        "Each arrow passes on one tenth.",
        "How many arrows lead from the {plant} to the {eater}? Divide by 10 each time.",
    ),
    steps=lambda p: tuple(
        Step(
            f"What reaches the {p.chain[level + 1]}:",
            f"{decimal_text(Fraction(p.energy, 10**level))} / 10",
            decimal_text(Fraction(p.energy, 10 ** (level + 1))),
        )
        for level in range(p.level)
    ),
    form=DECIMAL,
    unit="kJ",
    canon=lambda p: (p.chain, p.energy, p.level),
)


def _after(p: Params) -> dict[str, str]:
    chain, at = p.chain, p.lost
    return {
        "arrows": " → ".join(chain),
        "gone": chain[at],
        "food": chain[at - 1],
        "eater": chain[at + 1],
        "base": chain[at - 2] if at > 1 else chain[-1],
    }


def _more(what: str, less: str) -> str:
    return f"up for the {what}, down for the {less}"


_CHAIN = Family(
    id="science.ecosystems.chain",
    skill="science.food_chains",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "chain": _CHAINS,
        "lost": (1, 2),
        "why": (
            "A sickness kills most of the",
            "Hunters take most of the",
            "Cold kills most of the",
        ),
    },
    derive=_after,
    stem="Look at this food chain: {arrows}. {why} {gone}. How do the numbers change then?",
    key=lambda p: _more(p.food, p.eater),
    checker=lambda p, v: v == _more(*_eaten_and_hungry(p.arrows, p.gone)),
    misconceptions=(
        Misconception(
            "arrow_backwards",
            lambda p: _more(p.eater, p.food),
            "You read the arrows backwards. An arrow points from the food to the one who eats it.",
        ),
        Misconception(
            "grows_itself",
            lambda p: _more(p.gone, p.food),
            "Most of the {gone} are gone, so there are not more of them.",
        ),
        Misconception(
            "eater_grows",
            lambda p: _more(p.eater, p.gone),
            "The {eater} have lost their food. They cannot become more.",
        ),
        Misconception(
            "food_falls",
            lambda p: _more(p.base, p.food),
            "Fewer {gone} eat the {food} now, so the {food} do not become fewer.",
        ),
    ),
    hints=(
        "An arrow points to the one who eats.",
        "Who eats the {gone}, and what do the {gone} eat?",
    ),
    steps=(
        Step("Fewer {gone} are left to eat the {food}, so there are more {food}."),
        Step("The {eater} find fewer {gone} to eat, so there are fewer {eater}."),
    ),
    form=TEXT,
)


def _eaten_and_hungry(arrows: str, gone: str) -> tuple[str, str]:
    """What `gone` ate and who ate it, read from the chain as printed."""
    pairs = list(pairwise(arrows.split(" → ")))
    return (
        next(food for food, eater in pairs if eater == gone),
        next(eater for food, eater in pairs if food == gone),
    )


_TRAITS = (
    ("pea plants", "T", "tall", "short"),
    ("pea plants", "P", "purple flowers", "white flowers"),
    ("pea plants", "Y", "yellow seeds", "green seeds"),
    ("pea plants", "R", "round seeds", "wrinkled seeds"),
    ("guinea pigs", "B", "black hair", "white hair"),
    ("guinea pigs", "S", "short hair", "long hair"),
    ("tomato plants", "D", "red fruit", "yellow fruit"),
    ("fruit flies", "G", "gray bodies", "black bodies"),
    ("chickens", "F", "feathered legs", "bare legs"),
    ("mice", "A", "brown fur", "white fur"),
)
_CROSSES = (("Aa", "Aa"), ("Aa", "aa"), ("AA", "aa"), ("AA", "Aa"), ("aa", "Aa"), ("Aa", "AA"))
_ASKED = ("strong", "weak", "mixed")


def _punnett(p: Params) -> dict[str, str]:
    kind, letter, strong, weak = p.trait
    verb = "have" if " " in strong else "be"
    one, two = (pair.replace("A", letter).replace("a", letter.lower()) for pair in p.cross)
    wanted = {
        "strong": f"should {verb} {strong}",
        "weak": f"should {verb} {weak}",
        "mixed": f"should carry both {letter} and {letter.lower()}",
    }[p.asked]
    return {
        "kind": kind, "strong": strong, "weak": weak, "one": one, "two": two, "wanted": wanted,
        "big": letter, "small": letter.lower(),
    }  # fmt: skip


def _part(p: Params, asked: str) -> int:
    """The percent of offspring that is so, by the chance of a small letter from each parent."""
    small, other = (Fraction(pair.count("a"), 2) for pair in p.cross)
    weak = small * other
    mixed = small * (1 - other) + other * (1 - small)
    return int(100 * {"strong": 1 - weak, "weak": weak, "mixed": mixed}[asked])


def _square(p: Params, value: object) -> bool:
    """Whether the percent is right, by writing out the four boxes."""
    boxes = [a + b for a, b in product(*p.cross)]
    fits = {
        "strong": [box for box in boxes if "A" in box],
        "weak": [box for box in boxes if "A" not in box],
        "mixed": [box for box in boxes if "A" in box and "a" in box],
    }[p.asked]
    return value == 100 * len(fits) // len(boxes)


_GENES = Family(
    id="science.genetics.punnett",
    skill="science.inheritance",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"trait": _TRAITS, "cross": _CROSSES, "asked": _ASKED},
    derive=_punnett,
    stem=(
        "In {kind}, {big} ({strong}) is dominant over {small} ({weak}). A parent with {one} is"
        " crossed with a parent with {two}. What percent of the young {wanted}?"
    ),
    key=lambda p: _part(p, p.asked),
    checker=_square,
    misconceptions=(
        Misconception(
            "other_trait",
            lambda p: 100 - _part(p, p.asked),
            "That is the percent of all the others. Read again what is asked for.",
        ),
        Misconception(
            "always_three_quarters",
            lambda p: 75,
            "Three to one only comes from {big}{small} with {big}{small}. Draw the four boxes.",
        ),
        Misconception(
            "always_half",
            lambda p: 50,
            "Not every cross gives half. Draw the square: {one} on top, {two} at the side.",
        ),
        Misconception(
            "one_box",
            lambda p: 25,
            "One box of four is 25%. Count again how many boxes fit the question.",
        ),
        Misconception(
            "strong_always",
            lambda p: 100 if p.asked != "weak" else 0,
            "A dominant trait does not always show: two {small} can meet. Draw the four boxes.",
        ),
    ),
    hints=(
        "Draw a square with four boxes. Each parent gives one of its two letters.",
        "Write {one} on top and {two} at the side, fill the boxes, then count those that fit.",
    ),
    steps=lambda p: (
        Step(
            f"Fill the four boxes from {p.one} and {p.two}. Count those that fit: each box is a"
            " quarter of the young.",
            f"{_part(p, p.asked) // 25} / 4 * 100",
            f"{_part(p, p.asked)}",
        ),
    ),
    form=PERCENT,
)

FAMILIES = (_PYRAMID, _CHAIN, _GENES)
