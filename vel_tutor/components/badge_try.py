"""A badge as somebody meets it who came by its link."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit, link_deck
from vel_tutor.components.badges import medal_of
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.loops.spotlight.views import TryView

Try = ObjectVar[TryView]


def _picture(tried: Try) -> rx.Component:
    return medal_of(tried.family, tried.picture, metal="single", size=144)


def invited(tried: Try, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the badge, what it takes, and one button."""
    return link_deck.invited(
        tried,
        _picture(tried),
        rx.el.h1("Can you get it, too?"),
        rx.el.p(
            rx.el.strong(tried.sender), " just earned ", rx.el.strong(tried.title), ". ", tried.task
        ),
        on_play=on_play,
        on_level=on_level,
    )


def tried_it(tried: Try, code: rx.Var[str]) -> rx.Component:
    """How it went, how far that is on the way to the badge, and what to do next."""
    return rx.el.div(
        kit.confetti(tried.cheer),
        _picture(tried),
        rx.el.h1(tried.correct, " of ", tried.size, " right"),
        kit.card(
            rx.el.h2("On your way to ", tried.title),
            rx.cond(
                tried.percent.to(int) > 0,
                kit.progress(tried.percent.to(int), label="Way to the badge", tone="honey"),
            ),
            rx.el.p(tried.progress),
        ),
        rx.cond(tried.is_guest, _join(tried, code), _member(tried)),
        class_name="stack centred",
    )


def _join(tried: Try, code: rx.Var[str]) -> rx.Component:
    return link_deck.join(
        "Keep what you did",
        "Sign up and these answers count towards your badges. You and ",
        tried.sender,
        " each get 50 XP.",
        back=_back(tried, code),
    )


def _member(tried: Try) -> rx.Component:
    return kit.card(
        rx.cond(
            tried.reward,
            rx.el.p(kit.xp_icon(size=24), rx.el.strong(tried.reward), class_name="row"),
        ),
        kit.link_button("See all badges", href=routes.BADGES, icon="medal", size="wide"),
        kit.link("Go through the answers", href=tried.results),
    )


def full(tried: Try, code: rx.Var[str]) -> rx.Component:
    """Enough tries without an account."""
    return link_deck.full(
        "You have tried a few badges on this device. With an account you can earn them all.",
        back=_back(tried, code),
    )


def own() -> rx.Component:
    """The sender opened their own link."""
    return link_deck.own(
        "This is your own badge",
        "Send it to a friend who could get it, too.",
        kit.link_button("See all badges", href=routes.BADGES),
    )


def _back(tried: Try, code: rx.Var[str]) -> rx.Var[str]:
    path = rx.Var.create("/badge/") + tried.badge.to(str)
    return path + f"/try?{routes.REF}=" + code.to(str)
