"""The frames a page stands in: with navigation, in focus, plain, open to all, and for staff."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.gains import level_sign
from vel_tutor.components.kit.words import Child, Words
from vel_tutor.components.mascot import vel_mark
from vel_tutor.components.react.font import typeface
from vel_tutor.domain.incentives.views import PurseView

PLACES = (
    (routes.TODAY, "Today", "sailboat"),
    (routes.PRACTICE, "Practice", "target"),
    (routes.LEADERBOARD_WEEKLY, "Boards", "trophy"),
    (routes.FEED, "Feed", "newspaper"),
    (routes.SETTINGS, "Me", "user-round"),
)
"""What can be reached from everywhere; a place joins once its page exists."""


PARENT_PLACES = (
    (routes.FAMILY, "Family", "house"),
    (routes.DIAGNOSTIC, "Tests", "ruler"),
    (routes.SETTINGS, "Me", "user-round"),
)
"""The same for parents."""


@dataclass(frozen=True)
class Tallies:
    """What the header shows of one student."""

    purse: ObjectVar[PurseView]
    shown: rx.Var[bool]
    """False until known, and for people who collect nothing."""
    of_parent: rx.Var[bool]
    """Whether somebody looks who collects nothing but has children that do."""
    unread: rx.Var[int]
    known: rx.Var[bool]
    """False until it is known who is here."""


def shell(
    *children: Child,
    here: str,
    tallies: Tallies,
    notices: rx.Component,
    aside: tuple[Child, ...] = (),
) -> rx.Component:
    """Header, navigation (bar below, rail from 1024 px), content, and a column beside it.

    Args:
        here: the path of the place this page belongs to; marks it in the navigation.
        aside: shown beside the content on wide screens only; nothing that is needed.
    """
    return rx.el.div(
        *_start(),
        _top(tallies),
        rx.el.nav(
            rx.el.div(_brand(routes.TODAY), class_name="rail-brand"),
            *_places(here, tallies),
            class_name="places",
            aria_label="Main",
        ),
        rx.el.main(*children, id="main", tab_index=-1, class_name="content"),
        rx.el.aside(*aside, class_name="aside", aria_label="At a glance")
        if aside
        else rx.fragment(),
        notices,
        class_name="shell",
    )


def focus_shell(
    *children: Child, close: Words, notices: rx.Component, top: tuple[Child, ...] = ()
) -> rx.Component:
    """No navigation: a way out, the progress, and one thing at a time.

    Args:
        close: the path the cross leads to.
        top: what stands beside the cross: a `kit.progress`, a counter, a clock.
    """
    return rx.el.div(
        *_start(),
        rx.el.header(
            kit.icon_link("x", "Leave and come back later", href=close),
            *top,
            class_name="focus-top",
        ),
        rx.el.main(*children, id="main", tab_index=-1, class_name="focus-main"),
        notices,
        class_name="focus-shell",
    )


def plain_shell(*children: Child, notices: rx.Component, home: str = routes.HOME) -> rx.Component:
    """Only the name of the app above: for forms, consent pages, errors."""
    return rx.el.div(
        *_start(),
        rx.el.header(_brand(home), class_name="top"),
        rx.el.main(*children, id="main", tab_index=-1, class_name="plain-main"),
        notices,
        class_name="plain-shell",
    )


def open_shell(*children: Child, notices: rx.Component) -> rx.Component:
    """The front door: full width, the way in above, the colours below."""
    return rx.el.div(
        *_start(),
        rx.el.header(
            _brand(routes.HOME),
            kit.link_button("Sign in", href=routes.SIGN_IN, kind="quiet", size="small"),
            class_name="top open-top",
        ),
        rx.el.main(*children, id="main", tab_index=-1),
        rx.el.footer(
            rx.el.p("vel_tutor: practise, prove it, challenge a friend."),
            rx.el.div(kit.theme_switch(), class_name="footer-switch"),
            class_name="footer",
        ),
        notices,
    )


def staff_shell(*children: Child, places: rx.Component, notices: rx.Component) -> rx.Component:
    """Full width, dense, no mascot. `places` are the tabs of the staff pages."""
    return rx.el.div(
        *_start(),
        rx.el.header(_brand(routes.HOME), places, class_name="top"),
        rx.el.main(*children, id="main", tab_index=-1, class_name="staff-main"),
        notices,
        class_name="staff-shell",
    )


def _start() -> tuple[rx.Component, ...]:
    return typeface(), kit.skip_link()


def _brand(home: str) -> rx.Component:
    return rx.el.a(
        vel_mark(), rx.el.span("vel_tutor"), href=home, class_name="brand", aria_label="vel_tutor"
    )


def _top(tallies: Tallies) -> rx.Component:
    return rx.el.header(
        _brand(routes.TODAY),
        rx.el.div(
            rx.cond(tallies.shown, _collected(tallies.purse)),
            rx.cond(tallies.known, _bell(tallies.unread)),
            class_name="tallies",
        ),
        class_name="top",
    )


def _places(here: str, tallies: Tallies) -> tuple[rx.Component, ...]:
    """Where one can go: on pages that students and parents have, each their own places."""
    if here == routes.FAMILY:
        return _row(PARENT_PLACES, here)
    if here not in _SHARED:
        return _row(PLACES, here)
    theirs = _row(PARENT_PLACES, _SHARED[here])
    return (rx.cond(tallies.of_parent, rx.fragment(*theirs), rx.fragment(*_row(PLACES, here))),)


_SHARED = {
    routes.SETTINGS: routes.SETTINGS,
    routes.PRACTICE: routes.DIAGNOSTIC,
    routes.NOTIFICATIONS: routes.NOTIFICATIONS,
}
"""Places with pages for both: what a parent's place is called there. Tests stand in practice."""


def _row(places: tuple[tuple[str, str, str], ...], here: str) -> tuple[rx.Component, ...]:
    return tuple(_place(path, words, sign, is_here=path == here) for path, words, sign in places)


def _collected(purse: ObjectVar[PurseView]) -> rx.Component:
    return rx.fragment(
        rx.el.a(
            kit.tally(kit.flame_icon(size=20), purse.streak, "days in a row", tone="coral"),
            href=routes.STREAK,
            class_name="tally-link",
        ),
        rx.el.a(
            kit.tally(kit.xp_icon(size=20), purse.lifetime_xp, "XP in all", tone="honey"),
            href=routes.XP,
            class_name="tally-link",
        ),
        level_sign(purse),
    )


def _bell(unread: rx.Var[int]) -> rx.Component:
    """The way to the notifications, and how many wait."""
    return rx.el.a(
        kit.icon("bell", size=22),
        rx.cond(
            unread.to(int) > 0,
            rx.fragment(
                rx.el.span(
                    rx.cond(unread.to(int) > 99, "99+", unread.to(str)),
                    class_name="bell-count tabular",
                ),
                kit.visually_hidden(" unread"),
            ),
        ),
        kit.visually_hidden(" Notifications"),
        href=routes.NOTIFICATIONS,
        class_name="bell",
    )


def _place(path: str, words: str, sign: str, *, is_here: bool) -> rx.Component:
    current: dict[str, Any] = {"aria_current": "page"} if is_here else {}
    return rx.el.a(
        kit.icon(sign, size=24), rx.el.span(words), href=path, class_name="place", **current
    )
