"""What makes a configuration sound, what it is told apart by, and what a unit is called."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Self
from uuid import UUID

_SUM_TOLERANCE = 1e-9


@dataclass(frozen=True, kw_only=True)
class Config:
    """Arms with their weights, the control first, and how many units take part."""

    arms: tuple[tuple[str, float], ...]
    coverage: float = 1.0
    """Share of all units that take part, 0..1."""
    simulated_coverage: float | None = None
    """The same for people of a simulation, where it differs."""
    is_holdout: bool = False
    """Whether an arm is shown none of something: the same units for every holdout."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        Raises:
            ValueError: weights that do not add up, a share out of range, a name twice.
        """
        names, weights = zip(*self.arms, strict=True) if self.arms else ((), ())
        shares = (*weights, self.coverage, self.simulated_coverage or 0.0)
        if len(set(names)) != len(names) or not all(names):
            raise ValueError("every arm needs a name of its own")
        if abs(sum(weights) - 1) > _SUM_TOLERANCE or not all(0 <= one <= 1 for one in shares):
            raise ValueError("weights add up to 1, and shares lie between 0 and 1")

    def coverage_for(self, simulation: str) -> float:
        """The share that takes part among real people (""), or those of a simulation."""
        if simulation and self.simulated_coverage is not None:
            return self.simulated_coverage
        return self.coverage

    def stored(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self) | {"arms": [list(arm) for arm in self.arms]}

    @classmethod
    def revived(cls, stored: dict[str, Any]) -> Self:
        """The configuration that `stored()` came from."""
        return cls(
            arms=tuple((name, weight) for name, weight in stored["arms"]),
            coverage=stored["coverage"],
            simulated_coverage=stored["simulated_coverage"],
            is_holdout=stored.get("is_holdout", False),
        )

    @property
    def hash(self) -> str:
        """The same for equal configurations, however their keys are ordered."""
        canonical = json.dumps(self.stored(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def unit_key(who: UUID | str) -> str:
    """What a unit is called in assignments and exposures: a user, or a visitor without account."""
    return f"u:{who}" if isinstance(who, UUID) else f"v:{who}"
