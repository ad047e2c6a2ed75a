"""The experiments we run. Each is put into the database when it is first asked about."""

from collections.abc import Mapping
from dataclasses import dataclass

from vel_tutor.domain.experiments.rules import Config
from vel_tutor.vocabulary import ExperimentUnit

PROMPTS_COPY = "prompts.copy"
"""Plain words in prompts beside playful ones: `control` and `treatment`."""
LOOPS_ON = "loops.on"
"""What the loops bring at all: `on`, or `off` for a group that is shown no prompts."""


@dataclass(frozen=True, kw_only=True)
class Definition:
    """An experiment as it begins."""

    unit: ExperimentUnit
    config: Config
    changes_rewards: bool = False


CATALOGUE: Mapping[str, Definition] = {
    PROMPTS_COPY: Definition(
        unit=ExperimentUnit.ROOT_REFERRER,
        config=Config(arms=(("control", 0.5), ("treatment", 0.5))),
    ),
    LOOPS_ON: Definition(
        unit=ExperimentUnit.ROOT_REFERRER,
        config=Config(
            arms=(("on", 0.5), ("off", 0.5)),
            coverage=0.0,
            simulated_coverage=1.0,
            is_holdout=True,
        ),
    ),
}
