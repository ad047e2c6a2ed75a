"""How many events a socket may send."""

import time
from enum import Enum, auto

PATIENCE = 60
"""Events over the limit, one after another, after which a socket is closed."""
COOL_OFF_S = 10.0
"""How long whoever flooded may not come back."""
MOST_COOLING = 1000
ASKED_BURST, ASKED_PER_MINUTE = 20, 120
"""For handlers we ask the screen to call ourselves, which must not eat up what a person may do."""


class Verdict(Enum):
    GO = auto()
    WAIT = auto()
    """One too many: say so."""
    DROP = auto()
    """One too many again: the person has been told."""
    CLOSE = auto()


class _Level:
    """A bucket that holds `burst` and refills evenly."""

    def __init__(self, burst: int, per_minute: int, now: float) -> None:
        self.burst, self.per_second = burst, per_minute / 60
        self.level, self.at = float(burst), now

    def take(self, now: float) -> bool:
        self.level = min(self.burst, self.level + (now - self.at) * self.per_second)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


class Bucket:
    """The token buckets of one socket."""

    def __init__(self, burst: int, per_minute: int) -> None:
        now = time.monotonic()
        self._own = _Level(burst, per_minute, now)
        self._asked = _Level(ASKED_BURST, ASKED_PER_MINUTE, now)
        self._over = 0

    def take(self, *, free: bool = False) -> Verdict:
        """Whether one more event may pass; `free` for one we asked for ourselves."""
        now = time.monotonic()
        if (free and self._asked.take(now)) or self._own.take(now):
            self._over = 0
            return Verdict.GO
        self._over += 1
        if self._over == 1:
            return Verdict.WAIT
        return Verdict.CLOSE if self._over >= PATIENCE else Verdict.DROP


class CoolingOff:
    """Who has just flooded, in this process."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def send(self, who: str) -> None:
        """Keep `who` away for `COOL_OFF_S`."""
        now = time.monotonic()
        if len(self._until) >= MOST_COOLING:
            self._until = {one: until for one, until in self._until.items() if until > now}
        self._until[who] = now + COOL_OFF_S

    def holds(self, who: str) -> bool:
        """Whether `who` still has to stay away."""
        return self._until.get(who, 0.0) > time.monotonic()
