"""The questions that are settled before anything happens in a room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.domain.rooms.views import InviteeView
from vel_tutor.vocabulary import Farewell, ReportKind


@dataclass(frozen=True)
class Deeds:
    """What looking after a room comes to."""

    change: Deed
    """Takes False: the question is put away."""
    remove: Deed
    shut: Deed
    rename: Deed
    """Takes a form with `name`."""
    report: Any
    """Takes a `ReportKind`."""


_WRONG = {
    ReportKind.UNKIND: "Unkind",
    ReportKind.UNSAFE: "Makes me feel unsafe",
    ReportKind.PRETENDS: "Pretends to be somebody else",
    ReportKind.CHEATS: "Cheats",
    ReportKind.SPAM: "Bothers everybody",
}


def leaving(
    is_open: rx.Var[bool], has_heir: rx.Var[bool], *, on_change: Deed, on_leave: Any
) -> rx.Component:
    """A keeper says what becomes of the room.

    Args:
        on_leave: event taking a `Farewell`.
    """
    return kit.dialog(
        rx.el.div(
            rx.cond(
                has_heir,
                kit.button("Hand it over and leave", on_click=on_leave(Farewell.HAND_OVER.value)),
            ),
            kit.button(
                "Close it for everybody", kind="danger", on_click=on_leave(Farewell.CLOSE.value)
            ),
            kit.button("Stay", kind="quiet", on_click=on_change(False)),
            class_name="stack-tight",
        ),
        title="You look after this room",
        words="Hand it to whoever has been in it longest, or close it.",
        is_open=is_open,
        on_change=on_change,
    )


def keeping(
    deed: rx.Var[str], name: rx.Var[str], problem: rx.Var[str], deeds: Deeds
) -> rx.Component:
    """Putting somebody out, closing, renaming, reporting: one question at a time."""
    back = kit.button("Back", kind="quiet", on_click=deeds.change(False))
    named = name.to(str)
    return kit.dialog(
        rx.fragment(
            rx.match(
                deed,
                (
                    "remove",
                    rx.el.div(
                        kit.button("Put them out", kind="danger", on_click=deeds.remove),
                        back,
                        class_name="stack-tight",
                    ),
                ),
                (
                    "close",
                    rx.el.div(
                        kit.button("Close the room", kind="danger", on_click=deeds.shut),
                        back,
                        class_name="stack-tight",
                    ),
                ),
                ("rename", _rename(name, problem, back, deeds.rename)),
                _report(back, deeds.report),
            )
        ),
        title=_said(
            deed,
            {
                "remove": "Put out " + named + "?",
                "close": "Close " + named + "?",
                "rename": "Another name for " + named,
            },
            "Report " + named,
        ),
        words=_said(
            deed,
            {
                "remove": "They are out at once, and may come back after 30 days.",
                "close": "It closes for everybody, and for good.",
                "rename": "Its address stays as it is.",
            },
            "Nobody is told who said so. You see them no longer.",
        ),
        is_open=deed != "",
        on_change=deeds.change,
    )


def guests(
    friends: rx.Var[Any], is_open: rx.Var[bool], *, on_change: Deed, on_invite: Any
) -> rx.Component:
    """The friends who may be asked in.

    Args:
        on_invite: event taking the id of a friend.
    """
    listed = friends.to(list[InviteeView])
    return kit.dialog(
        rx.cond(
            listed.length() > 0,
            rx.el.ul(
                rx.foreach(listed, lambda one: _guest(one, on_invite)),
                class_name="room-members plain-list",
            ),
            rx.el.p("No friend of yours could come right now, or all of them are in."),
        ),
        kit.button("Done", kind="quiet", on_click=on_change(False)),
        title="Ask friends in",
        words="They are told in the app, and decide for themselves.",
        is_open=is_open,
        on_change=on_change,
    )


def _guest(one: rx.Var[Any], on_invite: Any) -> rx.Component:
    friend = one.to(InviteeView)
    return rx.el.li(
        kit.avatar(friend.name, size=36),
        rx.el.span(friend.name, class_name="room-name"),
        rx.cond(
            friend.is_asked,
            kit.pill("Asked", tone="mint"),
            kit.button(
                "Ask",
                kit.visually_hidden(" ", friend.name),
                kind="quiet",
                size="small",
                on_click=on_invite(friend.id),
            ),
        ),
        key=friend.id,
    )


def _rename(
    name: rx.Var[str], problem: rx.Var[str], back: rx.Component, on_rename: Deed
) -> rx.Component:
    return kit.form(
        kit.text_field(
            "Name", name="name", error=problem, default_value=name, max_length=40, key=name
        ),
        kit.button("Rename", submit=True),
        back,
        on_submit=on_rename,
    )


def _report(back: rx.Component, on_report: Any) -> rx.Component:
    return rx.el.div(
        *[
            kit.button(words, kind="quiet", on_click=on_report(kind.value))
            for kind, words in _WRONG.items()
        ],
        back,
        class_name="stack-tight",
    )


def _said(deed: rx.Var[str], words: Mapping[str, Words], otherwise: Words) -> rx.Var[str]:
    """What is said about a deed."""
    return cast("rx.Var[str]", rx.match(deed, *words.items(), otherwise))
