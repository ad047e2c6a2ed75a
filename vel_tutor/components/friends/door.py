"""The page behind somebody's friend link."""

from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed, Words
from vel_tutor.domain.friends.views import (
    DoorView,
)


def door(view: rx.Var[Any], path: rx.Var[str], *, on_ask: Deed) -> rx.Component:
    """The page behind somebody's link, to whoever opens it."""
    shown = view.to(DoorView)
    to_friends = kit.link_button("To my friends", href=routes.FRIENDS, size="wide")
    return rx.fragment(
        rx.match(
            shown.stage,
            ("stranger", _stranger(shown.words, path)),
            (
                "open",
                _behind(
                    rx.fragment("Ask ", rx.el.span(shown.name), " to be friends?"),
                    "You see each other's first name when they have said yes.",
                    kit.button("Ask to be friends", size="wide", on_click=on_ask),
                    seed=shown.name,
                ),
            ),
            (
                "asked",
                _behind(
                    rx.fragment("You asked ", rx.el.span(shown.name)),
                    shown.words,
                    to_friends,
                    seed=shown.name,
                ),
            ),
            (
                "friends",
                _behind(
                    rx.fragment("You and ", rx.el.span(shown.name), " are friends"),
                    "Practise together, keep a streak for two.",
                    to_friends,
                    seed=shown.name,
                ),
            ),
            ("off", rx.el.div(rx.el.h1("Friends"), switched_off(), class_name="stack")),
            (
                "closed",
                rx.el.div(
                    rx.el.h1("This link leads nowhere"),
                    kit.error_state(
                        shown.words,
                        action=kit.link_button("To the first page", href=routes.HOME),
                    ),
                    class_name="stack",
                ),
            ),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 2)),
        )
    )


def _behind(title: Child, words: Words, action: Child, *, seed: Words) -> rx.Component:
    return rx.el.div(
        rx.el.div(kit.avatar(seed, size=96), class_name="friend-face"),
        rx.el.h1(title),
        rx.el.p(words, class_name="soft"),
        action,
        class_name="stack-wide",
    )


def _stranger(words: Words, path: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        rx.el.h1("Be friends on vel_tutor"),
        rx.el.p(words),
        rx.el.p(
            "You practise math, reading and science in short sets, see each other's streaks and "
            "challenge each other. There is no chat, and nobody sees your last name.",
            class_name="soft",
        ),
        kit.link_button(
            "Make an account", href=rx.Var.create(f"{routes.SIGN_UP}?next={path}"), size="wide"
        ),
        kit.link_button(
            "Sign in",
            href=rx.Var.create(f"{routes.SIGN_IN}?next={path}"),
            kind="quiet",
            size="wide",
        ),
        class_name="stack-wide",
    )


def switched_off() -> rx.Component:
    """For whoever has no friends here at all."""
    return kit.empty_state(
        "Friends are switched off for your account. A parent who is linked to you can switch them "
        "on.",
        kit.link_button("Your family", href=routes.SETTINGS, kind="quiet"),
    )
