"""What the item bank holds, and whether it holds water: counts, and the gates over many instances.

Instances are spread over processes by family; each family's are judged alone and together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from vel_tutor import content
from vel_tutor.content import authored_gates, bank, gates
from vel_tutor.content.authored import AUTHORED, PASSAGES
from vel_tutor.vocabulary import Subject

SAMPLE = 600
FULL = 1600
"""Seeds a family; over all families more than a million instances."""
BANDS = {"K-2": range(3), "3-5": range(3, 6), "6-8": range(6, 9), "9-12": range(9, 13)}
PREP = "college prep"
SHOWN_FAULTS = 20


@dataclass
class Findings:
    """What the gates said about one family, or about all of them."""

    instances: int = 0
    distinct: dict[str, int] = field(default_factory=dict)
    disagreements: int = 0
    """Instances whose key the independent checker refuses."""
    false_steps: int = 0
    faults: list[str] = field(default_factory=list)
    """Every fault of every kind, in words; among them the two above."""

    def __iadd__(self, other: "Findings") -> "Findings":
        self.instances += other.instances
        self.distinct |= other.distinct
        self.disagreements += other.disagreements
        self.false_steps += other.false_steps
        self.faults += other.faults
        return self

    def summary(self) -> dict[str, Any]:
        """Counts, and the first faults in words."""
        return {
            "instances": self.instances,
            "families": len(self.distinct),
            "key_checker_disagreements": self.disagreements,
            "false_steps": self.false_steps,
            "gate_failures": len(self.faults),
            "first_failures": self.faults[:SHOWN_FAULTS],
        }


def examine(seeds: int, processes: int) -> Findings:
    """Run every gate over `seeds` instances of each family, and over all hand-written questions."""
    names = [family.id for family in content.families() if not family.authored]
    found = _examine_authored()
    if processes < 2:
        for name in names:
            found += examine_family(name, range(seeds))
        return found
    with ProcessPoolExecutor(processes) as pool:
        for part in pool.map(examine_family, names, [range(seeds)] * len(names)):
            found += part
    return found


def examine_family(name: str, seeds: Sequence[int]) -> Findings:
    """Every gate over these instances of one family."""
    family = content.family(name)
    found = Findings(instances=len(seeds), distinct={name: gates.distinct(family, seeds)})
    for seed in seeds:
        faults = gates.faults(family, seed)
        found.disagreements += any("checker refuses" in fault for fault in faults)
        found.false_steps += any("false step" in fault for fault in faults)
        found.faults += [f"{name} {seed}: {fault}" for fault in faults]
    found.faults += [f"{name}: {fault}" for fault in gates.family_faults(family, seeds)]
    bank.instance.cache_clear()
    bank.draft.cache_clear()
    return found


def _examine_authored() -> Findings:
    found = Findings(instances=len(AUTHORED))
    for family in AUTHORED:
        found.faults += [f"{family.id}: {fault}" for fault in gates.faults(family, 1)]
    for passage in PASSAGES.values():
        faults = authored_gates.passage_faults(passage, PASSAGES)
        found.faults += [f"{passage.id}: {fault}" for fault in faults]
    rows = [row for passage in PASSAGES.values() for row in passage.items]
    found.faults += authored_gates.guess_faults(rows) if rows else []
    return found


def report(live: Mapping[str, int], found: Findings) -> dict[str, Any]:
    """What the bank holds.

    Args:
        live: questions in the live pool, by subject.
        found: of an examination; its distinct instances are a lower bound.
    """
    parametric = [family for family in content.families() if not family.authored]
    return {
        "families": _by_subject(family.skill for family in parametric),
        "passages": len(PASSAGES),
        "passage_items": sum(len(passage.items) for passage in PASSAGES.values()),
        "authored_science_items": sum(
            family.id.startswith("science.items.") for family in AUTHORED
        ),
        "formats": dict(Counter(str(family.format) for family in parametric)),
        "skills": len(content.skills()),
        "skills_by_subject": _by_subject(skill.id for skill in content.skills()),
        "skills_covered": skills_covered(),
        "term_sets": len(content.term_sets()),
        "instances": sum(found.distinct.values()) + len(AUTHORED),
        "median_distinct_of_a_family": median(found.distinct.values()),
        "live": {**live, "all": sum(live.values())},
        "examined": found.instances,
        "gate_failures": len(found.faults),
    }


def _by_subject(ids: Iterable[str]) -> dict[str, int]:
    return dict(Counter(name.partition(".")[0] for name in ids))


def skills_covered() -> dict[str, dict[str, str]]:
    """Per subject and grade band: skills with questions, of all skills there."""
    taught = {family.skill for family in content.families()}
    bands = {**BANDS, PREP: range(13, 14)}
    return {
        subject: {
            band: f"{sum(skill.id in taught for skill in there)} of {len(there)}"
            for band, grades in bands.items()
            if (
                there := [s for s in content.skills() if s.subject is subject and s.grade in grades]
            )
        }
        for subject in Subject
    }
