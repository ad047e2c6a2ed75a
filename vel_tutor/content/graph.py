"""The skill graph: what can be learned, and what each skill builds toward.

The tables in `tables/skills` hold one band of a subject each; a skill names what comes before it.
"""

from collections import defaultdict
from typing import Any

from vel_tutor.content.family import Skill
from vel_tutor.content.tables import names, table
from vel_tutor.vocabulary import Subject


def _read() -> tuple[Skill, ...]:
    rows: list[dict[str, Any]] = [row for name in names("skills") for row in table(name)["skills"]]
    toward: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        for before in row.get("after", ()):
            toward[before].append(row["id"])
    return tuple(
        Skill(
            id=row["id"],
            subject=Subject(row["id"].partition(".")[0]),
            strand=row["strand"],
            grade=row["grade"],
            name=row["name"],
            about=" ".join(row["about"].split()),
            prerequisites=tuple(row.get("after", ())),
            builds_toward=tuple(toward[row["id"]]),
        )
        for row in rows
    )


SKILLS: tuple[Skill, ...] = _read()
