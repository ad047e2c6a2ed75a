"""Answers as full-width tiles: a finger, a digit or the arrows pick one; Enter sends it."""

from typing import Any, Literal

import reflex as rx

from vel_tutor.components.kit.marks import icon
from vel_tutor.components.kit.words import Child, Words, visually_hidden
from vel_tutor.components.react.keys import pick_by_key

ChoiceState = Literal["open", "right", "wrong", "dim"]


def choices(*tiles: Child, legend: Words, key: Words, **props: Any) -> rx.Component:
    """The answers of one question, as a radio group named by `legend`.

    Args:
        key: which question this is. A new key starts with nothing picked.
    """
    return rx.el.fieldset(
        rx.el.legend(visually_hidden(legend)),
        *tiles,
        pick_by_key(),
        class_name="choices",
        key=key,
        **props,
    )


def choice(
    *content: Child,
    position: int | rx.Var[int],
    state: ChoiceState | rx.Var[str] = "open",
    name: str | rx.Var[str] = "answer",
    several: bool = False,
    **props: Any,
) -> rx.Component:
    """One answer. The browser keeps what is picked, so picking needs no server.

    Stand it in a `kit.form`: `on_submit` receives `{name: str(position)}`.

    Args:
        position: from 0; the tile shows and listens to the key one higher.
        state: open while answering; afterwards right, wrong (picked, not right) or dim.
        several: more than one tile may be picked, so none alone is required.
    """
    number = position + 1 if isinstance(position, int) else position.to(int) + 1
    return rx.el.label(
        rx.el.input(
            type="checkbox" if several else "radio",
            name=name,
            value=_text(position),
            required=not several,
            disabled=state != "open",
            custom_attrs={"data-key": number},
            **props,
        ),
        rx.el.span(number, class_name="choice-key", aria_hidden=True),
        rx.el.span(*content, class_name="choice-words"),
        rx.el.span(
            icon("check", size=24),
            visually_hidden("Right answer"),
            class_name="choice-mark choice-right",
        ),
        rx.el.span(
            icon("x", size=24),
            visually_hidden("Your answer, not right"),
            class_name="choice-mark choice-wrong",
        ),
        class_name="choice",
        data_state=state,
        key=_text(position),
    )


def _text(position: int | rx.Var[int]) -> str | rx.Var[str]:
    return str(position) if isinstance(position, int) else position.to(str)
