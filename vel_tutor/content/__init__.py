"""Skills, item families and passages: pure, seeded, machine-checked.

`instance(family_id, seed)` makes a question, `check(item, answer)` marks an answer to it.
"""

from vel_tutor.content.bank import families, family, instance, skill, skills
from vel_tutor.content.family import Choice, Family, Item, Misconception, Skill, Step, Verdict
from vel_tutor.content.hardness import Prior, difficulty, features, prior
from vel_tutor.content.marking import check
from vel_tutor.content.terms import Term, TermSet, term_set, term_sets

__all__ = [
    "Choice",
    "Family",
    "Item",
    "Misconception",
    "Prior",
    "Skill",
    "Step",
    "Term",
    "TermSet",
    "Verdict",
    "check",
    "difficulty",
    "families",
    "family",
    "features",
    "instance",
    "prior",
    "skill",
    "skills",
    "term_set",
    "term_sets",
]
