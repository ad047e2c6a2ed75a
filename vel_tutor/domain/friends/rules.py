"""Who may meet whom: pure decisions about friends."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Of a friend code: no I, L, O, U, 0 or 1, which look like others or make words."""
CODE_LENGTH = 8
"""30 letters, 8 places: of a million codes one is hit by chance in 650,000 tries."""
MOST_FRIENDS = 100
MOST_OPEN = 20
"""Questions of one person that wait for an answer at once."""
QUESTION_LIVES = timedelta(days=30)
"""How long a question waits, and how long a no stands: asked again meanwhile, nobody is shown it.
"""
UNDO = timedelta(minutes=10)
"""How long after ending a friendship one may ask again without a code."""


@dataclass(frozen=True, kw_only=True)
class Party:
    """What counts of somebody when two people are to meet."""

    is_minor: bool
    is_child: bool = False
    """Under 13: nobody meets them unless their parent has switched friends on."""
    has_friends: bool = True
    """Whether friends are switched on."""
    simulation: str = ""


def may_meet(one: Party, other: Party, *, are_family: bool) -> bool:
    """Whether two people may have to do with each other (safety.md T38).

    Grown-ups meet grown-ups and minors minors; across that line only a parent and the child they
    are linked to. A child under 13 meets those alone whom a parent lets in by the switch. Made-up
    people meet nobody but their own company.
    """
    if one.simulation != other.simulation:
        return False
    if are_family:
        return True
    shut = any(party.is_child and not party.has_friends for party in (one, other))
    return one.is_minor == other.is_minor and not shut


def new_code() -> str:
    """A friend code that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def code_typed(typed: str) -> str:
    """The code somebody typed or pasted, a link included; empty if it cannot be one."""
    last = typed.strip().rstrip("/").rpartition("/")[2]
    code = "".join(last.upper().split()).replace("-", "")
    return code if len(code) == CODE_LENGTH and set(code) <= set(LETTERS) else ""


def code_shown(code: str) -> str:
    """A code as people read it out: `K7QM-2XRD`."""
    return f"{code[:4]}-{code[4:]}"
