"""Grade 13: which way an equilibrium shifts."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

# --- equilibrium ----------------------------------------------------------------------------------

_SHIFTS: tuple[tuple[str, int, str], ...] = (
    ("N₂ + 3 H₂ ⇌ 2 NH₃", -2, "gives off heat"), ("2 SO₂ + O₂ ⇌ 2 SO₃", -1, "gives off heat"),
    ("N₂O₄ ⇌ 2 NO₂", 1, "takes in heat"), ("CO + 2 H₂ ⇌ CH₃OH", -2, "gives off heat"),
    ("PCl₅ ⇌ PCl₃ + Cl₂", 1, "takes in heat"), ("H₂ + I₂ ⇌ 2 HI", 0, "gives off heat"),
    ("N₂ + O₂ ⇌ 2 NO", 0, "takes in heat"), ("CH₄ + H₂O ⇌ CO + 3 H₂", 2, "takes in heat"),
    ("2 NO + O₂ ⇌ 2 NO₂", -1, "gives off heat"), ("CO + H₂O ⇌ CO₂ + H₂", 0, "gives off heat"),
)  # fmt: skip
_SIDES = ("left", "right", "neither side")
_DOES = (
    "the tank is made smaller",
    "the tank is made larger",
    "it is heated",
    "it is cooled",
    "a product is taken out",
    "more of a reactant is put in",
    "a catalyst is added",
)


def _shift(gas: int, heat: str, does: str) -> int:
    """1 to the right, -1 to the left, 0 for neither."""
    sign = (gas > 0) - (gas < 0)
    return {
        "the tank is made smaller": -sign,
        "the tank is made larger": sign,
        "it is heated": 1 if heat == "takes in heat" else -1,
        "it is cooled": -1 if heat == "takes in heat" else 1,
        "a product is taken out": 1,
        "more of a reactant is put in": 1,
        "a catalyst is added": 0,
    }[does]


def _named(way: int) -> str:
    return {1: "right", -1: "left", 0: "neither side"}[way]


def _ways(p: Params) -> tuple[str, ...]:
    return tuple(_named(_shift(p.row[1], p.row[2], does)) for does in (p.one, p.two))


def _counted(p: Params, way: str, does: str) -> bool:
    """By counting gas molecules in the printed equation, and by treating heat as a reactant."""
    left, right = (
        sum(int(term.split()[0]) if " " in term else 1 for term in side.split(" + "))
        for side in p.row[0].split(" ⇌ ")
    )
    if "tank" in does:
        fewer = "left" if left < right else "right" if right < left else "neither side"
        more = {"left": "right", "right": "left"}.get(fewer, fewer)
        return way == (fewer if "smaller" in does else more)
    if "heated" in does or "cooled" in does:
        return way == ("right" if ("heated" in does) == (p.row[2] == "takes in heat") else "left")
    return way == ("neither side" if "catalyst" in does else "right")


def _turn(ways: tuple[str, ...], *places: int) -> tuple[str, ...]:
    other = {"left": "right", "right": "left", "neither side": "right"}
    return tuple(other[way] if at in places else way for at, way in enumerate(ways))


_EQUILIBRIUM = Family(
    id="science.equilibrium.shift",
    skill="science.equilibrium",
    grade=13,
    format=ItemFormat.CLOZE,
    time_s=75,
    params={"row": _SHIFTS, "one": _DOES, "two": _DOES},
    where=(lambda p: p.one != p.two and not {p.one, p.two}.isdisjoint(_DOES[:4]),),
    derive=lambda p: {"equation": p.row[0], "heat": p.row[2]},
    stem=(
        "All here are gases, and going to the right {heat}: {equation}. Which way does it shift?"
        " If {one}: ___. If {two}: ___."
    ),
    gaps=lambda p: (_SIDES, _SIDES),
    key=_ways,
    checker=lambda p, v: all(
        _counted(p, way, does) for way, does in zip(v, (p.one, p.two), strict=True)
    ),
    misconceptions=(
        Slip(
            "first_wrong_way",
            lambda p: _turn(_ways(p), 0),
            "Think about the first change again: the system works against it.",
        ),
        Slip(
            "second_wrong_way",
            lambda p: _turn(_ways(p), 1),
            "Think about the second change again: the system works against it.",
        ),
        Slip(
            "both_wrong_way",
            lambda p: _turn(_ways(p), 0, 1),
            "You let the system add to the change. It shifts so as to weaken it.",
        ),
        Slip(
            "never_shifts",
            lambda p: ("neither side",) * 2,
            "Equilibrium does not mean that nothing can move it.",
        ),
    ),
    hints=(
        "The system shifts so as to weaken the change.",
        "Pressure favors fewer molecules of gas. Heat favors the way that takes in heat.",
    ),
    steps=lambda p: tuple(
        Step(f"If {does}: {way}.") for does, way in zip((p.one, p.two), _ways(p), strict=True)
    ),
    form=TEXT,
)

FAMILIES = (_EQUILIBRIUM,)
