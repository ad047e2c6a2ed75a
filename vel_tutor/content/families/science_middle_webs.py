"""Grade 6: food webs."""

from itertools import pairwise

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- a food web -----------------------------------------------------------------------------------

_WEBS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("grass", "berries", "oak"),
        ("mice", "rabbits", "beetles", "deer"),
        ("foxes", "owls", "hawks"),
    ),
    (
        ("algae", "reeds", "pondweed"),
        ("snails", "tadpoles", "water fleas", "ducks"),
        ("pike", "herons", "otters"),
    ),
    (
        ("kelp", "plankton", "sea grass"),
        ("urchins", "shrimp", "crabs", "mussels"),
        ("seals", "gulls", "cod"),
    ),
    (
        ("wheat", "clover", "thistle"),
        ("aphids", "voles", "finches", "hares"),
        ("weasels", "buzzards", "snakes"),
    ),
)
_PLACES_X = {2: (90, 230), 3: (55, 160, 265), 4: (40, 120, 200, 280)}


def _web(p: Params) -> dict[str, object]:
    """Plants, plant eaters and hunters with arrows; every eater has one or two foods."""
    rng = rolls("web", p.mix)
    levels = tuple(
        some(rng, names, count) for names, count in zip(rng.choice(_WEBS), (3, 4, 3), strict=True)
    )
    arrows = [
        (food, eater)
        for low, high in pairwise(levels)
        for eater in high
        for food in some(rng, low, rng.choice((1, 2)))
    ]
    places = {
        name: (x, y)
        for names, y in zip(levels, (185, 105, 25), strict=True)
        for name, x in zip(names, _PLACES_X[len(names)], strict=True)
    }
    return {
        "levels": levels,
        "arrows": tuple(arrows),
        "places": places,
        "gone": rng.choice((*levels[0], *levels[1])),
    }


def _web_words(p: Params) -> str:
    return (
        "Arrows from food to eater: "
        + ", ".join(f"{food} to {eater}" for food, eater in p.arrows)
        + "."
    )


def _eaters(p: Params, name: str) -> tuple[str, ...]:
    return tuple(eater for food, eater in p.arrows if food == name)


def _foods(p: Params, name: str) -> tuple[str, ...]:
    return tuple(food for food, eater in p.arrows if eater == name)


def _stranded(p: Params) -> tuple[str, ...]:
    """Those whose only food is gone."""
    return tuple(name for name in _eaters(p, p.gone) if _foods(p, name) == (p.gone,))


def _starves(p: Params, name: str) -> bool:
    """By taking the one that is gone out of the web: nothing is left that leads to this name."""
    left = [(food, eater) for food, eater in p.arrows if p.gone not in (food, eater)]
    fed_before = any(eater == name for _, eater in p.arrows)
    return fed_before and name != p.gone and not any(eater == name for _, eater in left)


def _first(names: list[str]) -> str | None:
    return min(names, default=None)


_WEB = Family(
    id="science.food_webs.gone",
    skill="science.food_webs",
    grade=6,
    format=ItemFormat.MULTI,
    time_s=75,
    params={"mix": range(9000)},
    derive=_web,
    where=(lambda p: len(_stranded(p)) in (2, 3),),
    stem=(
        "The drawing shows who eats whom. Think of the web without {gone}. Which have no food"
        " left at first? Pick all of"
        " them."
    ),
    key=_stranded,
    checker=lambda p, v: _starves(p, str(v)),
    misconceptions=(
        Slip(
            "has_other_food",
            lambda p: _first([n for n in _eaters(p, p.gone) if len(_foods(p, n)) > 1]),
            "It also eats something else. Follow all arrows that lead to it.",
        ),
        Slip(
            "arrow_backwards",
            lambda p: _first(list(_foods(p, p.gone))),
            "That is food of {gone}. An arrow points to the eater.",
        ),
        Slip(
            "is_a_plant",
            lambda p: _first(
                [n for n in p.levels[0] if n != p.gone and n not in _foods(p, p.gone)]
            ),
            "A plant makes its own food with light.",
        ),
        Slip(
            "same_level",
            lambda p: _first(
                [n for names in p.levels[:2] for n in names if p.gone in names and n != p.gone]
            ),
            "It does not eat {gone}. No arrow leads from there to it.",
        ),
        Slip(
            "not_linked",
            lambda p: _first([n for n in p.levels[2] if p.gone not in _foods(p, n)]),
            "No arrow leads from {gone} to it.",
        ),
    ),
    hints=(
        "Find the arrows that start at {gone}.",
        "For each eater at the end of them: does another arrow lead to it as well?",
    ),
    steps=lambda p: tuple(Step(f"The {name} eat only {p.gone}.") for name in _stranded(p)),
    form=TEXT,
    figure=lambda p: drawn.web(_web_words(p), p.places, p.arrows),
    alt=_web_words,
    canon=lambda p: (p.arrows, p.gone),
)

FAMILIES = (_WEB,)
