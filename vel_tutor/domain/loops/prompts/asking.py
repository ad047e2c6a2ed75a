"""What the advisers are asked about one moment, and what is done when one of them is late."""

from collections.abc import Mapping
from dataclasses import dataclass

from vel_tutor.agents.brains import (
    incentives_economy,
    loop_orchestrator,
    personalization,
    prompt_copy,
    trust_safety,
)
from vel_tutor.core.db import Transaction
from vel_tutor.domain import advice, experiments
from vel_tutor.domain.loops.prompts import rules
from vel_tutor.domain.loops.prompts.moments import Moment, Opening
from vel_tutor.domain.loops.prompts.standing import Standing
from vel_tutor.vocabulary import (
    Agent,
    Bar,
    Channel,
    LoopKind,
    RewardKind,
    Tone,
    Undertaking,
    Verdict,
)

NO_PROMPTS = "off"
"""The variant of those who are shown none, to see what the loops bring at all."""
_BARS = {"C16": Bar.CONSENT, "C37": Bar.QUIET_HOURS, "F4": Bar.CAP}
_LATE = "No advice in time: "


def trust(tx: Transaction, who: Standing) -> Bar | None:
    """Why `who` may be asked nothing at all, by what we know ourselves and by trust and safety.

    Our own limits hold whatever the adviser says, and are all there is when it is late.
    """
    own = rules.personal_bar(who.person)
    otherwise = trust_safety.Answer(
        verdict=Verdict.REFUSE if own else Verdict.ALLOW, reason=f"{_LATE}our own limits."
    )
    said = advice.ask(
        tx,
        Agent.TRUST_SAFETY,
        trust_safety.Question(
            undertaking=Undertaking.PROMPT,
            age_band=who.band,
            allowed=who.person.may_invite,
            quiet_hours=who.person.is_quiet,
            invites_left=who.person.invites_left,
            attempts_today=who.attempts,
            holds=who.holds,
            age_hours=(who.throttle.now - who.view.joined_at).total_seconds() / 3600,
        ),
        otherwise,
        subject_id=who.view.user_id,
    )
    if own or said.verdict is Verdict.ALLOW:
        return own
    return next((_BARS[rule] for rule in said.rules if rule in _BARS), Bar.TRUST)


def group(tx: Transaction, who: Standing) -> Bar | None:
    """Whether `who` is in a group that is asked nothing; they count once they could have been."""
    variant = experiments.variant(tx, experiments.LOOPS_ON, who.view.user_id)
    experiments.expose(tx, experiments.LOOPS_ON, who.view.user_id)
    return Bar.EXPERIMENT if variant == NO_PROMPTS else None


def which_loop(
    tx: Transaction,
    moment: Moment,
    who: Standing,
    bars: Mapping[LoopKind, Bar | None],
    chances: Mapping[LoopKind, float],
) -> tuple[loop_orchestrator.Answer, bool]:
    """The loop to offer, or none, and whether it is the choice we make without advice.

    Args:
        bars: why each loop may not be offered; None where it may.
        chances: how likely each is taken up, 0..1.
    """
    usual = rules.default_loop(moment.trigger, [loop for loop in who.loops if not bars[loop]])
    otherwise = loop_orchestrator.Answer(
        loop=usual, score=0.0, reason=f"{_LATE}what we usually ask for."
    )
    said = advice.ask(
        tx,
        Agent.LOOP_ORCHESTRATOR,
        loop_orchestrator.Question(
            trigger=moment.trigger,
            role=who.role,
            facts=moment.facts,
            candidates=tuple(
                loop_orchestrator.Candidate(loop=loop, success=chances[loop], bar=bars[loop])
                for loop in who.loops
            ),
            seen_today=who.throttle.today,
        ),
        otherwise,
        subject_id=moment.user_id,
    )
    if said.loop and bars.get(said.loop, Bar.NOTHING):
        return otherwise, True
    return said, said is otherwise


@dataclass(frozen=True, kw_only=True)
class Wording:
    """In which of our words somebody is asked, and what is promised."""

    template: str
    variant: str
    reward: RewardKind | None


def wording(tx: Transaction, opening: Opening, who: Standing) -> Wording | None:
    """The words for `opening`; None where none of ours fits."""
    variant = experiments.variant(tx, experiments.PROMPTS_COPY, who.view.user_id)
    question = personalization.Question(
        loop=opening.loop,
        role=who.role,
        age_band=who.band,
        facts=opening.facts,
        variant=variant,
    )
    fitting = personalization.choices(question)
    first = fitting[0].key if fitting else ""
    said = advice.ask(
        tx,
        Agent.PERSONALIZATION,
        question,
        personalization.Answer(
            template=first,
            tone=Tone.PLAIN,
            channels=(Channel.NATIVE,),
            reason=f"{_LATE}the first that fits.",
        ),
        subject_id=who.view.user_id,
    )
    allowed = {template.key for template in fitting}
    template = said.template if said.template in allowed else first
    if template not in prompt_copy.BY_KEY:
        return None
    return Wording(template=template, variant=variant, reward=_reward(tx, opening.loop, who))


def _reward(tx: Transaction, loop: LoopKind, who: Standing) -> RewardKind | None:
    """What may be promised; nothing when nobody says so in time."""
    said = advice.ask(
        tx,
        Agent.INCENTIVES_ECONOMY,
        incentives_economy.Question(
            loop=loop,
            role=who.role,
            age_band=who.band,
            is_held=who.person.is_held,
            shields=who.shields,
        ),
        incentives_economy.Answer(reward=None, reason=f"{_LATE}nothing is promised."),
        subject_id=who.view.user_id,
    )
    return said.reward
