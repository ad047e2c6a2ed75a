"""What a screen may hold about prompts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PromptView:
    """One prompt, ready to be shown; empty when there is none."""

    id: str = ""
    loop: str = ""
    words: str = ""
    """Our own template with true facts in it."""
    button: str = ""
    reward: str = ""
    """What following it may bring, in words; empty where nothing is promised."""
    path: str = ""
    """Where it leads, within the app."""
    variant: str = ""
    name: str = ""
    """What the loop is called where it can be switched off."""


@dataclass(frozen=True)
class SuggestionView:
    """Whether somebody wants to be asked for one loop."""

    loop: str = ""
    name: str = ""
    words: str = ""
    is_on: bool = True


@dataclass(frozen=True)
class SuggestionsView:
    """What the settings show about suggestions."""

    offered: bool = False
    """False for those who are never asked: nothing is shown at all."""
    is_on: bool = True
    loops: tuple[SuggestionView, ...] = ()
