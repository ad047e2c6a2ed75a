"""Skills, item families and passages: pure, seeded, machine-checked.

`instance(family_id, seed)` makes a question, `check(item, answer)` marks an answer to it.
"""

from vel_tutor.content.answers import in_words, right_answer, wrong_answer
from vel_tutor.content.bank import families, family, instance, skill, skills, slips
from vel_tutor.content.family import (
    BLANK,
    Choice,
    Family,
    Item,
    Misconception,
    Part,
    Skill,
    Step,
    Verdict,
)
from vel_tutor.content.hardness import Prior, difficulty, features, prior
from vel_tutor.content.marking import check
from vel_tutor.content.terms import Term, TermSet, term_set, term_sets

__all__ = [
    "BLANK",
    "Choice",
    "Family",
    "Item",
    "Misconception",
    "Part",
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
    "in_words",
    "instance",
    "prior",
    "right_answer",
    "skill",
    "skills",
    "slips",
    "term_set",
    "term_sets",
    "wrong_answer",
]
