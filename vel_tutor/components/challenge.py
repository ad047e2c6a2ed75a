"""Challenges as whoever sent or received them finds them again."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.loops.views import FriendView, PastView, SentView

Sent = ObjectVar[SentView]


def sent_status(sent: Sent, cheer: rx.Var[bool], *, on_rematch: Any) -> rx.Component:
    """How it goes, said aloud when it changes.

    Args:
        on_rematch: event taking the friend's game: play them again.
    """
    return rx.el.section(
        kit.confetti(cheer),
        rx.el.div(
            rx.match(
                sent.stage,
                ("completed", vel("cheer", size=96)),
                ("over", vel("think", size=96)),
                vel("idle", size=96),
            ),
            rx.el.div(
                rx.el.h1(sent.headline),
                rx.el.p(
                    sent.words,
                    ".",
                    rx.cond(sent.until, " Open until " + sent.until.to(str) + ".", ""),
                    class_name="soft",
                ),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        rx.el.div(
            rx.foreach(sent.friends, lambda friend: _friend(friend, on_rematch)),
            class_name="stack-tight",
        ),
        kit.announcement(sent.headline),
        class_name="stack",
    )


def _friend(friend: ObjectVar[FriendView], on_rematch: Any) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            kit.avatar(friend.id, size=44),
            rx.el.div(
                rx.el.strong(friend.name),
                rx.el.span(friend.words, class_name="soft small"),
                class_name="stack-tight",
            ),
            rx.cond(friend.joined, kit.pill("Joined", tone="mint")),
            class_name="row",
        ),
        rx.cond(
            friend.completed,
            rx.fragment(),
            kit.progress(friend.progress.to(int), label="Questions answered"),
        ),
        rx.cond(
            friend.reward,
            rx.el.p(kit.shield_icon(size=22), rx.el.strong(friend.reward), class_name="row"),
        ),
        rx.cond(
            friend.may_replay,
            kit.button(
                "Rematch with new questions",
                kind="quiet",
                size="small",
                icon="shuffle",
                on_click=on_rematch(friend.id),
            ),
        ),
        class_name="card-flat stack-tight",
        key=friend.id,
    )


def history(
    lines: ArrayVar[Sequence[PastView]],
    empty: Child,
    *,
    has_more: rx.Var[bool],
    on_more: Deed,
) -> rx.Component:
    """Challenges sent and received, the latest first, a page at a time."""
    return rx.cond(
        lines.length() > 0,
        rx.el.div(
            rx.foreach(lines, _line),
            rx.cond(has_more, kit.button("Show more", kind="quiet", on_click=on_more)),
            class_name="stack",
        ),
        empty,
    )


def _line(line: ObjectVar[PastView]) -> rx.Component:
    def tile(sign: str) -> rx.Component:
        return kit.tile(line.title, line.words, sign=sign, href=line.href)

    return rx.fragment(
        rx.cond(
            line.is_waiting,
            tile("bell-ring"),
            rx.cond(line.is_sent, tile("send"), tile("swords")),
        ),
        key=line.id,
    )
