"""Grades 7 and 8: photosynthesis in numbers, liquids in layers."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WHOLE
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- photosynthesis in numbers --------------------------------------------------------------------

_STUFFS = ("sugar", "carbon dioxide", "water", "oxygen")
_TIMES = {"sugar": 1, "carbon dioxide": 6, "water": 6, "oxygen": 6}


def _counts(p: Params, times: dict[str, int], start: int) -> tuple[int, ...]:
    return tuple(times[stuff] * start for stuff in _STUFFS if stuff != p.known)


def _in_step(p: Params, counts: tuple[int, ...]) -> bool:
    """Whether all rows keep the atoms: six carbons in a sugar, one in carbon dioxide, and so on."""
    asked = [stuff for stuff in _STUFFS if stuff != p.known]
    got = dict(zip(asked, counts, strict=True)) | {p.known: p.told}
    carbon = got["carbon dioxide"] == 6 * got["sugar"]
    hydrogen = 2 * got["water"] == 12 * got["sugar"]
    oxygen = 2 * got["carbon dioxide"] + got["water"] == 6 * got["sugar"] + 2 * got["oxygen"]
    return carbon and hydrogen and oxygen


_PHOTO = Family(
    id="science.photosynthesis.table",
    skill="science.photosynthesis",
    grade=8,
    format=ItemFormat.TABLE,
    time_s=75,
    params={"sugar": range(2, 61), "known": _STUFFS, "way": ("makes", "uses up")},
    derive=lambda p: {"told": _TIMES[p.known] * p.sugar, "six": 6 * p.sugar},
    stem=(
        "For each molecule of sugar that a leaf {way} there are 6 of carbon dioxide, 6 of water"
        " and 6 of oxygen. Fill in the"
        " table."
    ),
    grid=lambda p: (
        ("stuff", "for one sugar", "in all"),
        *(
            (stuff, str(_TIMES[stuff]), str(p.told) if stuff == p.known else BLANK)
            for stuff in _STUFFS
        ),
    ),
    key=lambda p: _counts(p, _TIMES, p.sugar),
    checker=_in_step,
    misconceptions=(
        Slip(
            "same_for_all",
            lambda p: (p.told,) * 3,
            "There are six times as many of the others as of sugar.",
        ),
        Slip(
            "adds_six",
            lambda p: tuple(
                p.told + _TIMES[stuff] - _TIMES[p.known] for stuff in _STUFFS if stuff != p.known
            ),
            "Each sugar goes with 6 of the others, so multiply or divide by 6.",
        ),
        Slip(
            "always_times_six",
            lambda p: (6 * p.told,) * 3 if p.known != "sugar" else None,
            "From {known} to sugar you must divide by 6. The other two are equal to it.",
        ),
        Slip(
            "sixth_of_all",
            lambda p: (p.sugar,) * 3 if p.known != "sugar" else None,
            "Only sugar is a sixth. The others come in equal numbers.",
        ),
        Slip(
            "six_in_all",
            lambda p: tuple(_TIMES[stuff] for stuff in _STUFFS if stuff != p.known),
            "Those are the numbers for one sugar. The last column is for all.",
        ),
    ),
    hints=(
        "Compare the column for one sugar with the column for all.",
        "From sugar to the others: times 6. Back: divided by 6.",
    ),
    steps=lambda p: tuple(
        Step(
            f"{stuff.capitalize()}:",
            f"{p.told} / {_TIMES[p.known]} * {_TIMES[stuff]}",
            f"{_TIMES[stuff] * p.sugar}",
        )
        for stuff in _STUFFS
        if stuff != p.known
    ),
    form=WHOLE,
)

# --- in order of density --------------------------------------------------------------------------

_LIQUIDS = (
    "red liquid",
    "blue liquid",
    "clear liquid",
    "green liquid",
    "brown liquid",
    "yellow liquid",
    "white liquid",
)


def _jars(p: Params) -> dict[str, object]:
    rng = rolls("jars", p.mix)
    names = some(rng, _LIQUIDS, 4)
    tenths = some(rng, range(7, 16), 4)
    volumes = some(rng, (10, 20, 30, 40, 50, 60, 80), 4)
    return {
        "jars": tuple(
            (name, t * v // 10, v) for name, t, v in zip(names, tenths, volumes, strict=True)
        )
    }


def _by(p: Params, at: int) -> tuple[str, ...]:
    return tuple(row[0] for row in sorted(p.jars, key=lambda row: row[at]))


def _density(row: tuple[str, int, int]) -> Fraction:
    return Fraction(row[1], row[2])


def _layers(p: Params) -> tuple[str, ...]:
    return tuple(row[0] for row in sorted(p.jars, key=_density))


def _jar_table(p: Params) -> str:
    return "\n".join(
        (
            "liquid | mass | volume",
            *(f"{name} | {mass} g | {volume} mL" for name, mass, volume in p.jars),
        )
    )


def _piled(p: Params, order: tuple[str, ...]) -> bool:
    """Cross-multiplied, each liquid is lighter than the one below it."""
    rows = {name: (mass, volume) for name, mass, volume in p.jars}
    return all(
        rows[up][0] * rows[low][1] < rows[low][0] * rows[up][1] for up, low in pairwise(order)
    )


_ORDER = Family(
    id="science.density.layers",
    skill="science.density",
    grade=7,
    format=ItemFormat.ORDER,
    time_s=100,
    params={"mix": range(6000)},
    derive=_jars,
    where=(lambda p: len({_layers(p), _layers(p)[::-1], _by(p, 1), _by(p, 2)}) == 4,),
    stem=(
        "Four liquids that do not mix are poured into one glass. Put them in order from the top"
        " layer to the bottom."
    ),
    passage=_jar_table,
    key=_layers,
    checker=_piled,
    misconceptions=(
        Slip(
            "densest_on_top",
            lambda p: _layers(p)[::-1],
            "The densest liquid sinks to the bottom. Turn the order around.",
        ),
        Slip(
            "by_mass",
            lambda p: _by(p, 1),
            "You compared the masses. There may be much of a light liquid: divide by the volume.",
        ),
        Slip(
            "by_volume",
            lambda p: _by(p, 2),
            "You compared the volumes. Divide each mass by its volume.",
        ),
        Slip(
            "middle_swapped",
            lambda p: tuple(_layers(p)[at] for at in (0, 2, 1, 3)),
            "The two in the middle change places. Work out both densities again.",
        ),
    ),
    hints=(
        "The less dense liquid floats on the denser one.",
        "Divide each mass by its volume and compare.",
    ),
    steps=lambda p: tuple(
        Step(f"{name}:", f"{mass} / {volume}", f"{Fraction(mass, volume)}")
        for name, mass, volume in sorted(p.jars, key=_density)
    ),
    form=TEXT,
    canon=lambda p: p.jars,
)

FAMILIES = (_PHOTO, _ORDER)
