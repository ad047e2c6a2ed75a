"""The prompt that rises over a page, and the switches for prompts in the settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.loops.prompts.views import PromptView, SuggestionView


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What can be done with a prompt."""

    on_appear: Deed
    """Called each time it comes onto the screen."""
    on_follow: Deed
    on_close: Any
    """Receives False; Escape and the veil call it too."""
    on_never: Deed
    """Switches its kind off."""
    on_undo: Deed
    """Takes that back."""


def prompt_sheet(
    prompt: ObjectVar[PromptView],
    muted: ObjectVar[PromptView],
    *,
    is_held: rx.Var[bool],
    deeds: Deeds,
) -> rx.Component:
    """What somebody is asked, with one way on, one way out, and one out for good.

    Args:
        muted: what has just been switched off, as long as that may be taken back here.
        is_held: another question lies over the page; this one waits.
    """
    return rx.fragment(
        kit.dialog(
            _question(prompt, deeds),
            title=prompt.words,
            words=rx.cond(prompt.reward, prompt.reward, "Only if you feel like it."),
            is_open=(prompt.id != "") & ~is_held,
            on_change=deeds.on_close,
            kind="ask",
        ),
        kit.dialog(
            rx.el.div(
                kit.button("Done", on_click=deeds.on_close(False), size="wide"),
                kit.button(
                    "Undo", kind="quiet", icon="undo-2", on_click=deeds.on_undo, size="wide"
                ),
                class_name="stack-tight",
            ),
            title="We won't suggest this again",
            words=muted.name.to(str) + ": switched off. It is in your settings, too.",
            is_open=muted.id != "",
            on_change=deeds.on_close,
            kind="ask",
        ),
    )


def _question(prompt: ObjectVar[PromptView], deeds: Deeds) -> rx.Component:
    return rx.el.div(
        rx.el.div(vel("cheer", size=88), class_name="stack centred"),
        kit.button(prompt.button, on_click=deeds.on_follow, size="wide"),
        kit.button("Not now", kind="quiet", on_click=deeds.on_close(False), size="wide"),
        kit.button("Don't suggest this again", kind="bare", on_click=deeds.on_never, size="small"),
        on_mount=deeds.on_appear,
        class_name="stack-tight",
        key=prompt.id,
    )


def suggestions(
    loops: ArrayVar[Sequence[SuggestionView]],
    *,
    is_on: rx.Var[bool],
    on_turn_all: Deed,
    on_turn: Any,
) -> rx.Component:
    """What somebody wants to be asked for: all of it, and each kind.

    Args:
        on_turn: event taking the loop, and True or False.
    """
    return kit.card(
        rx.el.h2("Suggestions"),
        rx.el.p(
            "Now and then we ask whether you would like to share something with friends. At most "
            "twice a day, and never while a question is open.",
            class_name="soft",
        ),
        kit.switch("Suggestions", is_on=is_on, on_change=on_turn_all),
        rx.cond(
            is_on,
            rx.el.div(
                rx.foreach(loops, lambda one: _suggestion(one, on_turn)),
                class_name="stack",
                role="group",
                aria_label="Each kind of suggestion",
            ),
        ),
    )


def _suggestion(one: ObjectVar[SuggestionView], on_turn: Any) -> rx.Component:
    return kit.switch(
        one.name,
        words=one.words,
        is_on=one.is_on.to(bool),
        on_change=lambda wanted: on_turn(one.loop, wanted),
        key=one.loop,
    )
