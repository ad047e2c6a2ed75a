"""Every prompt we may show: words, button, and for whom. Nobody writes another one, and no model.

`control` and `treatment` are the two wordings of the experiment `prompts.copy`; both are true, kind
and free of guilt.
"""

import re
from dataclasses import dataclass

from vel_tutor.agents.facts import Facts
from vel_tutor.vocabulary import AgeBand, LoopKind, Role, Tone

CONTROL, TREATMENT = "control", "treatment"
_GAP = re.compile(r"{(\w+)}")
_MINORS = frozenset({AgeBand.CHILD, AgeBand.TEEN})
_ALL = frozenset(AgeBand)


@dataclass(frozen=True, kw_only=True)
class Template:
    """One prompt. `words` has gaps named after facts."""

    key: str
    loop: LoopKind
    variant: str
    tone: Tone
    words: str
    button: str
    role: Role = Role.STUDENT
    bands: frozenset[AgeBand] = _ALL

    @property
    def gaps(self) -> frozenset[str]:
        return frozenset(_GAP.findall(self.words))


def filled(template: Template, facts: Facts) -> str:
    """The words of `template` with the facts in them.

    Raises:
        KeyError: a fact it needs is not known; `fits` says so beforehand.
    """
    return template.words.format_map(_known(facts))


def fits(template: Template, facts: Facts) -> bool:
    """Whether every fact that `template` speaks of is known."""
    return template.gaps <= _known(facts).keys()


def _known(facts: Facts) -> dict[str, str]:
    said = {
        "what": facts.title or (facts.subject.title() if facts.subject else ""),
        "next": facts.next_skill,
        "percent": f"{facts.percent}%" if facts.percent >= 0 else "",
        "rank": str(facts.rank) if facts.rank > 0 else "",
        "peers": str(facts.peers) if facts.rank > 0 else "",
        "days": f"{facts.streak_days}-day" if facts.streak_days > 0 else "",
        "skills": _counted(facts.skills_improved),
    }
    return {name: words for name, words in said.items() if words}


def _counted(skills: int) -> str:
    if skills <= 0:
        return ""
    return "1 skill" if skills == 1 else f"{skills} skills"


_CHALLENGE, _RALLY = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY
_RESCUE, _PARENT = LoopKind.STREAK_RESCUE, LoopKind.PROUD_PARENT
_BADGE = LoopKind.ACHIEVEMENT

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="challenge_score",
        loop=_CHALLENGE,
        variant=CONTROL,
        tone=Tone.PLAIN,
        words="You scored {percent} in {what}. Challenge a friend to beat it.",
        button="Challenge a friend",
    ),
    Template(
        key="challenge_any",
        loop=_CHALLENGE,
        variant=CONTROL,
        tone=Tone.PLAIN,
        words="Well done with {what}. Challenge a friend to try it too.",
        button="Challenge a friend",
    ),
    Template(
        key="challenge_score_playful",
        loop=_CHALLENGE,
        variant=TREATMENT,
        tone=Tone.PLAYFUL,
        words="{percent} in {what}! Think a friend can beat that?",
        button="Let a friend try",
        bands=_MINORS,
    ),
    Template(
        key="challenge_score_grown",
        loop=_CHALLENGE,
        variant=TREATMENT,
        tone=Tone.PLAYFUL,
        words="{percent} in {what}. Who do you know that could beat it?",
        button="Let a friend try",
        bands=frozenset({AgeBand.ADULT}),
    ),
    Template(
        key="challenge_together",
        loop=_CHALLENGE,
        variant=TREATMENT,
        tone=Tone.TOGETHER,
        words="{what} is more fun with a friend. Send the same questions to one?",
        button="Play with a friend",
    ),
    Template(
        key="study_next",
        loop=_CHALLENGE,
        variant=CONTROL,
        tone=Tone.TOGETHER,
        words="Next up for you: {next}. Practise it together with a friend.",
        button="Study together",
    ),
    Template(
        key="study_together",
        loop=_CHALLENGE,
        variant=TREATMENT,
        tone=Tone.TOGETHER,
        words="{next} goes better in company. Ask a friend to practise it with you?",
        button="Study together",
    ),
    Template(
        key="rally_rank",
        loop=_RALLY,
        variant=CONTROL,
        tone=Tone.PLAIN,
        words="You are number {rank} of {peers}. Invite friends to the board.",
        button="Invite to rally",
    ),
    Template(
        key="rally_climb",
        loop=_RALLY,
        variant=TREATMENT,
        tone=Tone.PLAYFUL,
        words="Number {rank} of {peers}! Bring a friend and see who climbs.",
        button="Rally a friend",
    ),
    Template(
        key="rescue_days",
        loop=_RESCUE,
        variant=CONTROL,
        tone=Tone.PLAIN,
        words="Your {days} streak ends soon. Practise with a friend and keep it.",
        button="Invite a study buddy",
    ),
    Template(
        key="rescue_together",
        loop=_RESCUE,
        variant=TREATMENT,
        tone=Tone.TOGETHER,
        words="Ten questions with a friend save your {days} streak. Who is in?",
        button="Save my streak",
    ),
    Template(
        key="badge_show",
        loop=_BADGE,
        variant=CONTROL,
        tone=Tone.PLAIN,
        words="You earned {what}. Show it to a friend who could get it, too.",
        button="Share achievement",
    ),
    Template(
        key="badge_dare",
        loop=_BADGE,
        variant=TREATMENT,
        tone=Tone.PLAYFUL,
        words="{what} is yours! Who do you know that could earn it next?",
        button="Let a friend try",
    ),
    Template(
        key="parent_skills",
        loop=_PARENT,
        variant=CONTROL,
        tone=Tone.WARM,
        words="Your child improved in {skills} this week. Invite another family to try it.",
        button="Invite a parent",
        role=Role.PARENT,
    ),
    Template(
        key="parent_any",
        loop=_PARENT,
        variant=CONTROL,
        tone=Tone.WARM,
        words="Do you know a family who would like to see progress like this?",
        button="Invite a parent",
        role=Role.PARENT,
    ),
    Template(
        key="parent_skills_proud",
        loop=_PARENT,
        variant=TREATMENT,
        tone=Tone.WARM,
        words="{skills} better in one week: that is worth telling. Show another family how.",
        button="Share the progress",
        role=Role.PARENT,
    ),
    Template(
        key="parent_any_proud",
        loop=_PARENT,
        variant=TREATMENT,
        tone=Tone.WARM,
        words="Proud of this week? Help another family have one like it.",
        button="Share the progress",
        role=Role.PARENT,
    ),
)
BY_KEY = {template.key: template for template in TEMPLATES}
