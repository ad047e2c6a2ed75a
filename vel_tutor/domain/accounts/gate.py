"""The age gate: nothing else is asked before it, and a child's answer stays for a day."""

import json
from datetime import date

from vel_tutor.core import clock
from vel_tutor.core.signing import Purpose, seal, unseal
from vel_tutor.domain.accounts import rules, vault
from vel_tutor.domain.accounts.refusals import BirthdayOdd
from vel_tutor.domain.accounts.views import Gate
from vel_tutor.vocabulary import AgeBand

_ABOUT = "age gate"


def pass_gate(day: str, month: str, year: str, before: str = "") -> str:
    """A token that says what the date makes of somebody; `before` is the token they came with.

    Whoever came through as a child within `rules.GATE_KEPT` goes through the same way again,
    whatever the new date says.

    Raises:
        BirthdayOdd: there was no such day.
    """
    earlier = open_gate(before)
    if earlier and earlier.band is AgeBand.CHILD:
        return before
    today = clock.now().date()
    born = rules.birth_date(day, month, year, today)
    if born is None:
        raise BirthdayOdd
    return _token(rules.age_band(born, today), born)


def open_gate(token: str) -> Gate | None:
    """What the gate learned, or None: not passed, or longer ago than `rules.GATE_KEPT`."""
    sealed = unseal(Purpose.AGE_GATE, token, rules.GATE_KEPT) if token else None
    learned = vault.open_(sealed, _ABOUT) if isinstance(sealed, str) else ""
    if not learned:
        return None
    band, born = json.loads(learned)
    return Gate(band=AgeBand(band), born=date.fromisoformat(born))


def as_child(gate: Gate) -> str:
    """The token for somebody whose other answers say that they are a child."""
    return _token(AgeBand.CHILD, gate.born)


def _token(band: AgeBand, born: date) -> str:
    return seal(Purpose.AGE_GATE, vault.close(json.dumps([band, born.isoformat()]), _ABOUT))
