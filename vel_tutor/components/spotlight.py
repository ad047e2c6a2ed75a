"""The Achievement Spotlight: a strip of the best of the week."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.feed import SIGNS
from vel_tutor.content.badges import BADGES
from vel_tutor.domain.feed.views import SpotView


def spotlight(spots: ArrayVar[Sequence[SpotView]], *, on_cheer: Any) -> rx.Component:
    """At most five cards side by side; nothing at all when there is nothing to show."""
    return rx.cond(
        spots.length() > 0,
        rx.el.section(
            rx.el.h2("Achievements this week"),
            rx.el.ul(
                rx.foreach(spots, lambda spot: _spot(spot, on_cheer)),
                class_name="spotlight plain-list",
                tab_index=0,
                aria_label="Achievements this week",
            ),
            class_name="stack-tight",
        ),
    )


def _spot(spot: ObjectVar[SpotView], on_cheer: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.span(_picture(spot), class_name="spot-picture", aria_hidden=True),
            rx.cond(spot.figure != "", rx.el.span(spot.figure, class_name="spot-figure tabular")),
            class_name="spot-top",
        ),
        rx.el.p(
            rx.el.span(
                kit.avatar(spot.face, size=24), rx.el.strong(spot.who), class_name="spot-who"
            ),
            " ",
            rx.el.span(spot.words),
            class_name="small",
        ),
        rx.cond(spot.is_own, _share(spot), _cheer(spot, on_cheer)),
        class_name="card spot",
        data_kind=spot.kind,
        key=spot.id,
    )


def _picture(spot: ObjectVar[SpotView]) -> rx.Component:
    """The badge's own picture, or that of the kind."""
    badges = [(name, kit.icon(name, size=30)) for name in _BADGE_PICTURES]
    kinds = [(kind.value, kit.icon(sign, size=30)) for kind, sign in SIGNS]
    return rx.fragment(
        rx.cond(
            spot.picture != "",
            rx.fragment(rx.match(spot.picture, *badges, kit.icon("award", size=30))),
            rx.fragment(rx.match(spot.kind, *kinds, kit.icon("sparkles", size=30))),
        )
    )


_BADGE_PICTURES = tuple(sorted({badge.picture for badge in BADGES.values()}))


def _cheer(spot: ObjectVar[SpotView], on_cheer: Any) -> rx.Component:
    return rx.cond(
        spot.is_cheered,
        kit.pill(kit.icon("party-popper", size=16), rx.el.span("Cheered"), tone="mint"),
        kit.button(
            "Cheer",
            kit.visually_hidden(" ", spot.who),
            kind="quiet",
            size="small",
            icon="party-popper",
            on_click=on_cheer(spot.id),
        ),
    )


def _share(spot: ObjectVar[SpotView]) -> rx.Component:
    return rx.cond(
        spot.share_href != "",
        kit.link_button("Share", href=spot.share_href, kind="mint", size="small", icon="share-2"),
        kit.pill("You", tone="grape"),
    )
