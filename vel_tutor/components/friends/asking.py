"""Asking somebody to be friends, and being asked."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.friends.line import person
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.domain.friends.views import (
    CodeView,
    WishView,
)
from vel_tutor.domain.loops.together.views import MetView

SHARE = "share-my-code"


def own_code(own: rx.Var[Any], *, on_share: Deed, on_renew: Deed) -> rx.Component:
    """One's own code, large enough to be read out across a table."""
    code = own.to(CodeView)
    return kit.card(
        rx.el.h2("Your friend code"),
        rx.el.p(
            rx.el.strong(code.code, class_name="friend-code"), custom_attrs={"translate": "no"}
        ),
        rx.el.p("Hand it to people you know. They see a made-up name until you both say yes."),
        rx.el.div(
            kit.button("Share my code", icon="share-2", id=SHARE, on_click=on_share),
            kit.button("New code", kind="bare", icon="rotate-cw", on_click=on_renew),
            class_name="row",
        ),
    )


def code_form(*, problem: Words, on_ask: Deed) -> rx.Component:
    """A field for somebody else's code."""
    return kit.card(
        rx.el.h2("Add a friend"),
        kit.form(
            kit.text_field(
                "Their friend code",
                name="code",
                hint="Eight letters and digits, such as K7QM-2XRD, or the whole link.",
                error=problem,
                auto_complete="off",
                auto_capitalize="characters",
                spell_check=False,
                max_length=120,
            ),
            kit.button("Ask to be friends", submit=True, kind="quiet", icon="user-plus"),
            on_submit=on_ask,
            reset_on_submit=True,
        ),
    )


def questions(rows: rx.Var[Any], *, on_accept: Any, on_decline: Any, on_more: Any) -> rx.Component:
    """Those who ask, each with a yes and a no.

    Args:
        on_more: event taking the id and the name: what else one may do about them.
    """
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        answers = rx.el.div(
            kit.button(
                "Yes",
                kit.visually_hidden(" to ", wish.name),
                size="small",
                on_click=on_accept(wish.id),
            ),
            kit.button(
                "No",
                kit.visually_hidden(" to ", wish.name),
                kind="quiet",
                size="small",
                on_click=on_decline(wish.id),
            ),
            kit.icon_button(
                "ellipsis", "More about " + wish.name.to(str), on_click=on_more(wish.id, wish.name)
            ),
            class_name="row",
        )
        return person(
            wish.name, wish.name, wish.words, rx.cond(wish.needs_answer, answers), key=wish.id
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Who asks"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
        ),
    )


def met(rows: rx.Var[Any], *, on_ask: Any) -> rx.Component:
    """People one has played with, each with one press to ask; nothing where there is nobody.

    Args:
        on_ask: event taking the id of the game.
    """
    found = rows.to(Sequence[MetView])

    def one(other: ObjectVar[MetView]) -> rx.Component:
        return person(
            other.seed,
            other.name,
            other.words,
            kit.button(
                "Ask",
                kit.visually_hidden(" ", other.name, " to be friends"),
                kind="quiet",
                size="small",
                icon="user-plus",
                on_click=on_ask(other.id),
            ),
            key=other.id,
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("People you have played with"),
            rx.el.p("Names are made up until you are friends.", class_name="soft"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
            id="played-with",
        ),
    )


def sent(rows: rx.Var[Any], *, on_withdraw: Any) -> rx.Component:
    """Whom one has asked."""
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        return person(
            wish.name,
            wish.name,
            wish.words,
            kit.button(
                "Take back",
                kit.visually_hidden(" what you asked ", wish.name),
                kind="quiet",
                size="small",
                on_click=on_withdraw(wish.id),
            ),
            key=wish.id,
        )

    return rx.cond(
        found.length() > 0,
        kit.card(rx.el.h2("You asked"), rx.el.ul(rx.foreach(found, one), class_name="people")),
    )


def wishes(rows: rx.Var[Any], *, child: Words, on_answer: Any) -> rx.Component:
    """What a parent is asked about the friends of a child.

    Args:
        on_answer: event taking the id of the question and True or False.
    """
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        return person(
            wish.name,
            wish.name,
            wish.words,
            rx.el.div(
                kit.button(
                    "Yes",
                    kit.visually_hidden(" to ", wish.name),
                    size="small",
                    on_click=on_answer(wish.id, True),
                ),
                kit.button(
                    "No",
                    kit.visually_hidden(" to ", wish.name),
                    kind="quiet",
                    size="small",
                    on_click=on_answer(wish.id, False),
                ),
                class_name="row",
            ),
            key=wish.id,
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Friends ", child, " would like"),
            rx.el.p(
                "You see a made-up name, as everybody does. Ask ",
                child,
                " who it is, and say yes only if you know them.",
                class_name="soft",
            ),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
            id="friends",
        ),
    )
