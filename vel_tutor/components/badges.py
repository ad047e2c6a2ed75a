"""Badges: their pictures, the collection, one of them closer, and the sheet of a new one."""

from dataclasses import dataclass
from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar
from reflex_components_core.el.elements.media import Use

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.content.badge_shapes import OUTLINES, Outline, smaller
from vel_tutor.domain.badges.views import BadgeView, CollectionView, FamilyView, NewsView

SIGNS = "/badge-signs.svg"
EVERY = "all"
"""The filter that holds nothing back."""

Badge = ObjectVar[BadgeView]


def medal(badge: Badge, *, size: int = 88) -> rx.Component:
    """The picture of a badge: the shape of its family, its metal, its sign; grey until held."""
    metal = rx.cond(badge.is_held, badge.metal, "none")
    return medal_of(badge.family, badge.picture, metal=metal, size=size)


def medal_of(family: Any, picture: Any, *, metal: Words, size: int) -> rx.Component:
    """The picture of a badge of that family, with that sign."""
    return rx.el.svg(
        rx.match(
            family,
            *[(each.value, _shape(outline)) for each, outline in OUTLINES.items()],
            rx.fragment(),
        ),
        Use.create(
            href=SIGNS + "#" + picture.to(str),
            x="30",
            y="30",
            width="40",
            height="40",
            class_name="medal-sign",
        ),
        view_box="0 0 100 100",
        width=size,
        height=size,
        class_name="medal",
        data_family=family,
        data_metal=metal,
        custom_attrs={"aria-hidden": "true", "focusable": "false"},
    )


def _shape(outline: Outline) -> rx.Component:
    return rx.fragment(
        rx.el.polygon(points=_points(outline), class_name="medal-rim"),
        rx.el.polygon(points=_points(smaller(outline, 0.8)), class_name="medal-face"),
    )


def _points(outline: Outline) -> str:
    return " ".join(f"{x},{y}" for x, y in outline)


def collection(
    all_of_them: ObjectVar[CollectionView],
    chosen: rx.Var[str],
    *,
    on_filter: Any,
    on_open: Any,
) -> rx.Component:
    """Every badge, by family or all together.

    Args:
        chosen: the family to show, or `EVERY`.
        on_filter: event taking a family.
        on_open: event taking the id of a badge.
    """
    every = all_of_them.badges.to(list[BadgeView])
    return rx.el.div(
        rx.el.p(
            rx.el.strong(all_of_them.held.to(str) + " of " + all_of_them.total.to(str)),
            " earned",
            role="status",
        ),
        rx.cond(all_of_them.held == 0, _none_yet()),
        _filters(all_of_them.families.to(list[FamilyView]), chosen, on_filter),
        rx.el.ul(
            rx.foreach(
                every,
                lambda badge: rx.fragment(
                    rx.cond((chosen == EVERY) | (chosen == badge.family), _tile(badge, on_open)),
                    key=badge.id,
                ),
            ),
            class_name="badge-grid",
        ),
        class_name="stack",
    )


def _none_yet() -> rx.Component:
    return kit.empty_state(
        "No badge yet. Finish a deck with care, and the first ones come by themselves.",
        kit.link_button("Practise", href=routes.PRACTICE, icon="target"),
        mood="cheer",
    )


def _filters(
    families: rx.Var[list[FamilyView]], chosen: rx.Var[str], on_filter: Any
) -> rx.Component:
    return rx.el.div(
        _filter("All", EVERY, chosen, on_filter),
        rx.foreach(families, lambda family: _filter(family.words, family.id, chosen, on_filter)),
        class_name="badge-filters",
        role="group",
        aria_label="Kinds of badges",
    )


def _filter(words: Any, family: Any, chosen: rx.Var[str], on_filter: Any) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        class_name="badge-filter",
        aria_pressed=rx.cond(chosen == family, "true", "false"),
        on_click=on_filter(family),
        key=family,
    )


def _tile(badge: Badge, on_open: Any) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            medal(badge),
            rx.el.strong(badge.title, class_name="badge-title"),
            rx.cond(
                badge.is_held,
                rx.el.span(
                    rx.cond(badge.level_words, badge.level_words.to(str) + ", ", ""),
                    badge.earned_on,
                    class_name="small soft",
                ),
                kit.visually_hidden("Not earned yet"),
            ),
            rx.cond(
                badge.progress_words,
                rx.el.span(
                    kit.progress(badge.percent.to(int), label="Progress", tone="honey"),
                    rx.el.span(badge.progress_words, class_name="small soft tabular"),
                    class_name="badge-way",
                ),
            ),
            type="button",
            class_name="card badge-tile",
            aria_haspopup="dialog",
            id="badge-" + badge.id.to(str),
            on_click=on_open(badge.id),
        ),
        key=badge.id,
    )


def closer(
    badge: Badge,
    *,
    is_open: rx.Var[bool],
    may_share: rx.Var[bool],
    on_change: Deed,
    on_share: Any,
) -> rx.Component:
    """One badge closer: how it is earned, how far it is, when it came, how rare it is."""
    return kit.dialog(
        rx.el.div(
            medal(badge, size=152),
            rx.cond(badge.level_words, kit.pill(badge.level_words, tone="honey")),
            class_name="stack centred",
        ),
        rx.cond(
            badge.progress_words,
            rx.el.div(
                kit.progress(badge.percent.to(int), label="Progress", tone="honey"),
                rx.el.p(
                    badge.counted_words, " · ", badge.progress_words, class_name="small tabular"
                ),
                class_name="stack-tight",
            ),
        ),
        rx.cond(
            badge.is_held,
            rx.el.p(
                kit.icon("calendar-check", size=18),
                rx.el.span("Earned on ", badge.earned_on),
                class_name="row",
            ),
        ),
        rx.cond(
            badge.rarity,
            rx.el.p(kit.icon("users", size=18), rx.el.span(badge.rarity), class_name="row soft"),
        ),
        rx.cond(badge.is_held, _deeds(badge, may_share, on_share)),
        title=badge.title,
        words=badge.task,
        is_open=is_open,
        on_change=on_change,
        opener="",
    )


def _deeds(badge: Badge, may_share: rx.Var[bool], on_share: Any) -> rx.Component:
    return rx.el.div(
        rx.cond(
            may_share,
            kit.button(
                "Share achievement", icon="share-2", size="wide", on_click=on_share(badge.row_id)
            ),
        ),
        rx.cond(
            badge.credential,
            kit.link_button(
                "Download credential",
                href=badge.credential,
                native=True,
                kind="quiet",
                size="wide",
                icon="file-badge",
                download=True,
            ),
        ),
        class_name="stack-tight",
    )


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What can be done with the sheet of a new badge."""

    on_appear: Deed
    """Called each time one comes onto the screen."""
    on_share: Deed
    on_close: Any
    """Receives False; Escape and the veil call it too, and the next one comes."""
    on_all: Deed
    """Leads to the collection, and keeps the others from coming one by one."""


def unlocked(news: ObjectVar[NewsView], *, is_held: rx.Var[bool], deeds: Deeds) -> rx.Component:
    """A badge somebody has just earned, with paper in the air; several come one after the other.

    Args:
        is_held: something else lies over the page; this waits.
    """
    badge = cast("ObjectVar[BadgeView]", news.badge.to(BadgeView))
    is_open = news.is_there & ~is_held
    return rx.fragment(
        kit.dialog(
            rx.el.div(
                rx.el.div(medal(badge, size=152), class_name="stack centred medal-new"),
                kit.announcement("New badge: " + badge.title.to(str)),
                rx.cond(
                    badge.level_words,
                    rx.el.p(kit.pill(badge.level_words, tone="honey"), class_name="centred"),
                ),
                rx.el.p(kit.pill("+100 XP", tone="grape"), class_name="centred"),
                rx.cond(
                    news.may_share,
                    kit.button(
                        "Share achievement", icon="share-2", size="wide", on_click=deeds.on_share
                    ),
                ),
                kit.button(
                    rx.cond(news.waiting.to(int) > 0, "Next badge", "Great!"),
                    kind="quiet",
                    size="wide",
                    on_click=deeds.on_close(False),
                ),
                rx.cond(
                    news.waiting.to(int) > 0,
                    kit.button(
                        "See all my badges", kind="bare", size="small", on_click=deeds.on_all
                    ),
                ),
                on_mount=deeds.on_appear,
                class_name="stack-tight",
                key=badge.row_id,
            ),
            title=badge.title,
            words=rx.cond(
                news.waiting.to(int) > 0,
                "You earned it! " + news.waiting.to(str) + " more to see.",
                "You earned it!",
            ),
            is_open=is_open,
            on_change=deeds.on_close,
            kind="ask",
        ),
        kit.confetti(is_open),
    )
