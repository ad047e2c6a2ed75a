"""How a prompt looks: our template with its facts, what it may bring, and where it leads."""

from collections.abc import Callable, Mapping

from vel_tutor import routes
from vel_tutor.agents.brains import prompt_copy
from vel_tutor.agents.facts import Facts
from vel_tutor.domain.loops.prompts.views import PromptView, SuggestionView
from vel_tutor.models.prompts import Prompt
from vel_tutor.vocabulary import LoopKind, PromptPlace, RewardKind, Subject

NAMES = {
    LoopKind.BUDDY_CHALLENGE: "Challenges for friends",
    LoopKind.RESULTS_RALLY: "Rallies on the board",
    LoopKind.STREAK_RESCUE: "Rescuing a streak together",
    LoopKind.ACHIEVEMENT: "Showing a badge",
    LoopKind.PROUD_PARENT: "Sharing progress with other parents",
}
_ABOUT = {
    LoopKind.BUDDY_CHALLENGE: "After a good result, or to study a next step together.",
    LoopKind.RESULTS_RALLY: "When you stand on a board friends could join.",
    LoopKind.STREAK_RESCUE: "When a streak is about to end.",
    LoopKind.ACHIEVEMENT: "When you have earned a badge.",
    LoopKind.PROUD_PARENT: "When your child has had a good week.",
}
_REWARDS = {
    RewardKind.SHIELD: "You both get a streak shield once your friend has played and joined.",
    RewardKind.XP: "You get 50 XP once your friend has played and joined.",
    RewardKind.CLASS_PASS: "You get a class pass for a new family, a week after their first test.",
}
_RESCUED = "You both get a streak shield when you finish together."


def prompt(row: Prompt) -> PromptView:
    """`row`, which asks for a loop, as it is shown."""
    template = prompt_copy.BY_KEY[row.template]
    loop = LoopKind(template.loop)
    return PromptView(
        id=str(row.id),
        loop=loop.value,
        words=prompt_copy.filled(template, _facts(row)),
        button=template.button,
        reward=_reward(loop, row.reward),
        path=path(row),
        variant=row.variant,
        name=NAMES[loop],
    )


def _facts(row: Prompt) -> Facts:
    said = dict(row.facts)
    said["subject"] = Subject(said["subject"]) if said.get("subject") else None
    return Facts(**said)


def _reward(loop: LoopKind, reward: RewardKind | None) -> str:
    if reward is RewardKind.SHIELD and loop is LoopKind.STREAK_RESCUE:
        return _RESCUED
    return _REWARDS[reward] if reward else ""


_PATHS: Mapping[PromptPlace, Callable[[Prompt], str]] = {
    PromptPlace.PRACTICE_RESULTS: lambda row: routes.sharing(routes.practice_results(row.target)),
    PromptPlace.TEST_RESULTS: lambda row: routes.sharing(routes.diagnostic_results(row.target)),
    PromptPlace.TEST_STEPS: lambda row: routes.sharing(
        routes.diagnostic_results(row.target), row.skill
    ),
    PromptPlace.RALLY: lambda row: routes.rally(row.target),
    PromptPlace.RESCUE: lambda _: routes.RESCUE,
    PromptPlace.PROUD: lambda row: routes.proud(row.target),
    PromptPlace.BADGES: lambda row: routes.badge_sharing(row.target),
}


def path(row: Prompt) -> str:
    """Where following the prompt leads: the page on which its loop shares."""
    return _PATHS[PromptPlace(row.place)](row)


def suggestion(loop: LoopKind, *, is_on: bool) -> SuggestionView:
    """One loop in the settings."""
    return SuggestionView(loop=loop.value, name=NAMES[loop], words=_ABOUT[loop], is_on=is_on)
