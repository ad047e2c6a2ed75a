"""The people one is friends with, and those one keeps away."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.friends.line import person
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.friends.views import (
    BlockView,
    FriendsView,
    FriendView,
)

View = ObjectVar[FriendsView]
_SEARCH_FROM = 8


def friends(
    view: View,
    *,
    find: rx.Var[str],
    on_find: Deed,
    on_more: Deed,
    on_choose: Any,
    beside: Any,
) -> rx.Component:
    """Everybody one is friends with.

    Args:
        on_choose: event taking the id and the name: what one may do about them.
        beside: what stands with a friend, from their `FriendView`.
    """
    rows = view.friends.to(Sequence[FriendView])

    def one(friend: ObjectVar[FriendView]) -> rx.Component:
        return person(
            friend.seed,
            friend.name,
            "Since " + friend.since.to(str),
            beside(friend),
            kit.icon_button(
                "ellipsis",
                "More about " + friend.name.to(str),
                on_click=on_choose(friend.id, friend.name),
            ),
            key=friend.id,
        )

    return kit.card(
        rx.el.div(rx.el.h2("Your friends"), kit.pill(view.total), class_name="row-spread"),
        rx.cond((view.total.to(int) > _SEARCH_FROM) | (find != ""), _search(find, on_find)),
        rx.cond(
            rows.length() > 0,
            rx.el.ul(rx.foreach(rows, one), class_name="people"),
            rx.el.p("Nobody of that name.", role="status", class_name="soft"),
        ),
        rx.cond(
            view.more != "",
            kit.button("Show more friends", kind="quiet", size="wide", on_click=on_more),
        ),
    )


def _search(find: rx.Var[str], on_find: Deed) -> rx.Component:
    return kit.form(
        kit.text_field(
            "Look for a friend",
            name="find",
            kind="search",
            required=False,
            default_value=find,
            max_length=40,
        ),
        kit.button("Look", submit=True, kind="quiet", icon="search"),
        on_submit=on_find,
        class_name="friend-search",
    )


def nobody_yet() -> rx.Component:
    """Before the first friend."""
    return kit.empty_state(
        "Learning goes better together. Share your code with somebody you know.", mood="idle"
    )


def blocked(rows: rx.Var[Any], *, on_unblock: Any) -> rx.Component:
    """Whom one keeps away."""
    found = rows.to(Sequence[BlockView])

    def one(block: ObjectVar[BlockView]) -> rx.Component:
        return person(
            block.name,
            block.name,
            "Blocked on " + block.since.to(str),
            kit.button(
                "Unblock",
                kit.visually_hidden(" ", block.name),
                kind="quiet",
                size="small",
                on_click=on_unblock(block.id),
            ),
            key=block.id,
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Blocked"),
            rx.el.p("Neither of you sees the other. They are not told.", class_name="soft"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
        ),
    )
