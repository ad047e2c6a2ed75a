"""What a person shows of themselves: their own switches."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.domain.accounts.views import OwnSwitchView


def own_switches(switches: ArrayVar[Sequence[OwnSwitchView]], *, on_turn: Any) -> rx.Component:
    """A section of the settings; not there for people who switch nothing themselves."""
    return rx.cond(
        switches.length() > 0,
        kit.card(
            rx.el.h2("What others see of you"),
            rx.foreach(switches, lambda one: _switch(one, on_turn)),
            id="seen",
        ),
    )


def _switch(one: ObjectVar[OwnSwitchView], on_turn: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(
            one.is_shut,
            rx.el.div(
                rx.el.div(
                    rx.el.strong(one.title),
                    rx.el.span(one.words, class_name="soft small"),
                    class_name="switch-words",
                ),
                kit.pill("Off"),
                class_name="row-spread",
            ),
            kit.switch(
                one.title,
                words=one.words,
                is_on=one.is_on,
                on_change=lambda on: on_turn(one.scope, on),
            ),
        ),
        key=one.scope,
    )
