"""Grades 3 to 7: body parts and their jobs, organs, energy, parts of the cell, matched in pairs."""

from collections.abc import Callable
from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

_ORDERS = {
    "turned_on": (1, 2, 0),
    "turned_back": (2, 0, 1),
    "first_two": (1, 0, 2),
    "last_two": (0, 2, 1),
}


def _drawn(rows: tuple[dict[str, str], ...]) -> Callable[[Params], dict[str, Any]]:
    def derive(p: Params) -> dict[str, Any]:
        return {"rows": some(rolls("pairs", p.mix), rows, 3)}

    return derive


def _key(p: Params) -> tuple[str, ...]:
    return tuple(row["job"] for row in p.rows)


def _swapped(name: str, order: tuple[int, ...]) -> Slip:
    moved = [at for at, place in enumerate(order) if at != place]

    def says(p: Params) -> str:
        return " ".join(f"{p.rows[at]['name']}: {p.rows[at]['why']}" for at in moved)

    return Slip(name, lambda p: tuple(p.rows[place]["job"] for place in order), says)


def _by_cue(p: Params, jobs: tuple[str, ...]) -> bool:
    """By the word that only the right partner of each holds."""
    return all(row["cue"] in job for row, job in zip(p.rows, jobs, strict=True))


def _matching(name: str, id: str, skill: str, grade: int, stem: str, hint: str) -> Family:
    rows: tuple[dict[str, str], ...] = tuple(table("science_pairs")[name])
    return Family(
        id=id,
        skill=skill,
        grade=grade,
        format=ItemFormat.MATCH,
        time_s=60,
        params={"mix": range(4000)},
        derive=_drawn(rows),
        where=(lambda p: len({row["job"] for row in p.rows}) == 3,),
        stem=stem,
        labels=lambda p: tuple(row["name"] for row in p.rows),
        key=_key,
        checker=_by_cue,
        misconceptions=tuple(_swapped(name, order) for name, order in _ORDERS.items()),
        hints=(hint, "Begin with the one you are surest of. That leaves less for the others."),
        steps=lambda p: tuple(Step(f"{row['name']}: {row['why']}") for row in p.rows),
        form=TEXT,
        canon=lambda p: frozenset(row["name"] for row in p.rows),
    )


FAMILIES = (
    _matching(
        "fitness", "science.adaptation.parts", "science.adaptation", 3,
        "What does each body part help its owner to do?",
        "Think of where the animal or plant lives and what it eats.",
    ),
    _matching(
        "devices", "science.energy.devices", "science.energy_forms", 4,
        "What does each one change its energy into?",
        "Ask what goes in, and what you see, hear or feel coming out.",
    ),
    _matching(
        "organs", "science.body.organs", "science.body", 4,
        "What is the job of each part of the body?",
        "Where does it lie in the body, and what passes through it?",
    ),
    _matching(
        "cell_parts", "science.cells.parts", "science.cells", 7,
        "Which job does each part of a cell do?",
        "Think of a cell as a small town: walls, plans, power, transport.",
    ),
)  # fmt: skip
