"""Who may meet whom: pure decisions about friends."""

from dataclasses import dataclass


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
