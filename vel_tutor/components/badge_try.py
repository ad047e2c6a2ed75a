"""A badge as somebody meets it who came by its link."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.badges import medal_of
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.domain.loops.views import GradeView

Try = ObjectVar[TryView]


def _picture(tried: Try) -> rx.Component:
    return medal_of(tried.family, tried.picture, metal="single", size=144)


def invited(tried: Try, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the badge, what it takes, and one button.

    Args:
        on_level: event taking the chosen grade, where there is a choice.
    """
    return rx.el.div(
        _picture(tried),
        rx.el.h1("Can you get it, too?"),
        rx.el.p(
            rx.el.strong(tried.sender), " just earned ", rx.el.strong(tried.title), ". ", tried.task
        ),
        rx.cond(
            tried.grades.length() > 0,
            kit.select_field(
                "Your grade",
                name="grade",
                options=rx.foreach(
                    tried.grades.to(list[GradeView]),
                    lambda grade: rx.el.option(grade.words, value=grade.value),
                ),
                hint="You get questions of your own level.",
                value=tried.grade.to(str),
                on_change=on_level,
            ),
        ),
        rx.el.p(
            tried.size,
            " questions, a few minutes. ",
            rx.cond(tried.is_guest, "No account needed.", "It counts as practice."),
            class_name="soft",
        ),
        rx.el.div(kit.button("Play now", size="wide", on_click=on_play), class_name="sticky-foot"),
        class_name="stack centred",
    )


def tried_it(tried: Try, code: rx.Var[str]) -> rx.Component:
    """How it went, how far that is on the way to the badge, and what to do next."""
    return rx.el.div(
        kit.confetti(tried.cheer),
        _picture(tried),
        rx.el.h1(tried.correct, " of ", tried.size, " right"),
        kit.card(
            rx.el.h2("On your way to ", tried.title),
            kit.progress(tried.percent.to(int), label="Way to the badge", tone="honey"),
            rx.el.p(tried.progress),
        ),
        rx.cond(tried.is_guest, _join(tried, code), _member(tried)),
        class_name="stack centred",
    )


def _join(tried: Try, code: rx.Var[str]) -> rx.Component:
    return kit.card(
        rx.el.h2("Keep what you did"),
        rx.el.p(
            "Sign up and these answers count towards your badges. You and ",
            tried.sender,
            " each get 50 XP.",
        ),
        kit.link_button(
            "Sign up", href=_next(routes.SIGN_UP, tried, code), native=True, size="wide"
        ),
        kit.link_button(
            "I have an account",
            href=_next(routes.SIGN_IN, tried, code),
            native=True,
            kind="bare",
            size="small",
        ),
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


def closed(tried: Try) -> rx.Component:
    """One page for whatever does not open, with a way on."""
    return rx.el.div(
        rx.el.h1("Nothing to play here"),
        kit.empty_state(
            tried.words,
            kit.link_button("Practise something", href=routes.HOME, native=True),
            mood="think",
        ),
        class_name="stack centred",
    )


def full(tried: Try, code: rx.Var[str]) -> rx.Component:
    """Enough tries without an account."""
    return rx.el.div(
        rx.el.h1("Ready for more?"),
        kit.empty_state(
            "You have tried a few badges on this device. With an account you can earn them all.",
            kit.link_button("Sign up", href=_next(routes.SIGN_UP, tried, code), native=True),
        ),
        class_name="stack centred",
    )


def own() -> rx.Component:
    """The sender opened their own link."""
    return rx.el.div(
        rx.el.h1("This is your own badge"),
        kit.empty_state(
            "Send it to a friend who could get it, too.",
            kit.link_button("See all badges", href=routes.BADGES),
            mood="think",
        ),
        class_name="stack centred",
    )


def _next(page: str, tried: Try, code: rx.Var[str]) -> rx.Var[str]:
    """`page`, and back here afterwards."""
    path = rx.Var.create(page + "?next=/badge/") + tried.badge.to(str)
    return path + f"/try?{routes.REF}=" + code.to(str)
