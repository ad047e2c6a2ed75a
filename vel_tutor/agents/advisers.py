"""The six who may be asked for advice: what each is asked, what it answers, and how fast."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from vel_tutor.agents import desk, provider
from vel_tutor.agents.brains import (
    experimentation,
    incentives_economy,
    loop_orchestrator,
    personalization,
    social_presence,
    trust_safety,
)
from vel_tutor.agents.desk import Heard
from vel_tutor.vocabulary import Agent

MAY_ASK = "vel_tutor.may_ask"
"""Where a request from outside says whom it may ask: a frozenset of `Agent` in its scope."""
RULES_TAKE_MS = 40
"""Kept of an adviser's time for our own rules, should the model not answer: they take a fraction of
one, waking up among many others takes the rest."""


class Answer(Protocol):
    """What every answer has besides its own fields."""

    @property
    def word(self) -> str: ...
    @property
    def reason(self) -> str: ...


Q = TypeVar("Q")
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, kw_only=True)
class Adviser(Generic[Q, A]):
    """One of the six."""

    name: str
    does: str
    """What it is for, in a sentence."""
    asked: type[Q]
    answers: type[A]
    within_ms: int
    rules: Callable[[Q], A]
    model: Callable[[Q], A] | None = None
    """The same by a model; it fails with `AgentDown` rather than say something of its own."""
    may_ask_model: Callable[[Q], bool] = lambda _: False

    def hear(self, question: Q, otherwise: A) -> Heard[A]:
        """The answer: by the model where there is one and it may be asked, else by our rules.

        Only if the rules were late as well is it `otherwise`. A lapse of the model is told with
        the answer of the rules.
        """
        if self.model is None or not provider.is_configured() or not self.may_ask_model(question):
            return desk.decide(self.rules, question, within_ms=self.within_ms, otherwise=otherwise)
        patience = self.within_ms - RULES_TAKE_MS
        worded = desk.consult(self.model, question, within_ms=patience, otherwise=None)
        if worded.answer is not None:
            return Heard(worded.answer, worded.latency_ms)
        left = max(self.within_ms - worded.latency_ms, RULES_TAKE_MS)
        ruled = desk.decide(self.rules, question, within_ms=left, otherwise=otherwise)
        return Heard(ruled.answer, worded.latency_ms + ruled.latency_ms, worded.lapse)


ADVISERS: Mapping[Agent, Adviser[Any, Any]] = {
    Agent.LOOP_ORCHESTRATOR: Adviser(
        name="Loop Orchestrator",
        does="Chooses which loop to offer after something has happened, or none.",
        asked=loop_orchestrator.Question,
        answers=loop_orchestrator.Answer,
        within_ms=loop_orchestrator.WITHIN_MS,
        rules=loop_orchestrator.advise,
    ),
    Agent.PERSONALIZATION: Adviser(
        name="Personalization",
        does="Chooses which of our prompts suits somebody, and the order of ways to share.",
        asked=personalization.Question,
        answers=personalization.Answer,
        within_ms=personalization.WITHIN_MS,
        rules=personalization.advise,
        model=personalization.by_model,
        may_ask_model=personalization.may_ask_model,
    ),
    Agent.INCENTIVES_ECONOMY: Adviser(
        name="Incentives & Economy",
        does="Says which reward an invitation may promise, and how it must be told.",
        asked=incentives_economy.Question,
        answers=incentives_economy.Answer,
        within_ms=incentives_economy.WITHIN_MS,
        rules=incentives_economy.advise,
    ),
    Agent.SOCIAL_PRESENCE: Adviser(
        name="Social Presence",
        does="Says what may be told about who else is here.",
        asked=social_presence.Question,
        answers=social_presence.Answer,
        within_ms=social_presence.WITHIN_MS,
        rules=social_presence.advise,
    ),
    Agent.EXPERIMENTATION: Adviser(
        name="Experimentation",
        does="Gives a unit its variant of an experiment.",
        asked=experimentation.Question,
        answers=experimentation.Answer,
        within_ms=experimentation.WITHIN_MS,
        rules=experimentation.advise,
    ),
    Agent.TRUST_SAFETY: Adviser(
        name="Trust & Safety",
        does="Allows a deed, holds what it earns, or refuses it, with the rules that say so.",
        asked=trust_safety.Question,
        answers=trust_safety.Answer,
        within_ms=trust_safety.WITHIN_MS,
        rules=trust_safety.advise,
    ),
}
