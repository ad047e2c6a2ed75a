"""Prompts: the right invitation at the right time, or none; and learning which are taken up."""

from vel_tutor.domain.loops.prompts.answering import (
    choose,
    dismiss,
    follow,
    forget,
    never,
    note_done_otherwise,
    note_shown,
)
from vel_tutor.domain.loops.prompts.events import PromptAnswered, PromptOffered
from vel_tutor.domain.loops.prompts.learning import (
    learn_from_prompts,
    note_first_value,
    note_share,
    note_success,
)
from vel_tutor.domain.loops.prompts.offering import consider
from vel_tutor.domain.loops.prompts.queries import current, suggestions, wants_none
from vel_tutor.domain.loops.prompts.views import PromptView, SuggestionsView, SuggestionView

__all__ = [
    "PromptAnswered",
    "PromptOffered",
    "PromptView",
    "SuggestionView",
    "SuggestionsView",
    "choose",
    "consider",
    "current",
    "dismiss",
    "follow",
    "forget",
    "learn_from_prompts",
    "never",
    "note_done_otherwise",
    "note_first_value",
    "note_share",
    "note_shown",
    "note_success",
    "suggestions",
    "wants_none",
]
