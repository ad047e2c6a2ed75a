"""What stands below the places: other boards, inviting, and the way out."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.boards.parts import Deeds, View
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.boards.views import ClassView


def invite(view: View, deeds: Deeds) -> rx.Component:
    """Whoever likes it here may bring a friend."""
    return rx.cond(
        view.may_invite,
        kit.card(
            rx.el.h2("More fun with friends"),
            kit.button("Invite a friend", icon="user-plus", size="wide", on_click=deeds.on_invite),
            rx.el.p(
                "Six questions show them where they would stand. If a friend joins, you both get "
                "50 XP; XP for inviting count on no board.",
                class_name="soft small",
            ),
        ),
    )


def classes(view: View) -> rx.Component:
    """The boards of one's own classes and rooms."""
    classes = view.classes.to(list[ClassView])
    return rx.cond(
        classes.length() > 0,
        rx.el.section(
            rx.el.h2("Your classes and rooms"),
            rx.foreach(
                classes,
                lambda one: kit.tile(
                    one.title,
                    "Its board of the week",
                    sign="users",
                    href=rx.Var.create("/leaderboard/cohort/") + one.id.to(str),
                    key=one.id,
                ),
            ),
            class_name="stack-tight",
            aria_label="Your classes and rooms",
        ),
    )


def foot(view: View, deeds: Deeds) -> rx.Component:
    """The other boards, how ranks come about, and the way out."""
    return rx.fragment(
        kit.tile(
            "This week's rally",
            "Points for new kinds of questions",
            sign="trophy",
            href=routes.RALLY,
        ),
        rx.el.details(
            rx.el.summary("How ranks come about"),
            rx.el.p(
                "XP for learning rank first: decks, perfect decks and practised days, at most 120 "
                "a day. Who is level is ranked by right answers, then streak, then challenges won. "
                "XP for inviting or for badges do not count, nor do guesses."
            ),
            rx.el.p(
                "You meet people of your age. Who is new plays among newcomers until the week "
                "after seven days of practice and 200 XP. Names are made up anew each week; only "
                "friends see first names. Arrows compare with about a day ago."
            ),
            rx.cond(view.ends != "", rx.el.p("This week ends on ", view.ends, ".")),
            class_name="soft small stack-tight",
        ),
        rx.cond(
            view.may_leave,
            kit.button("Leave the boards", kind="bare", size="small", on_click=deeds.on_leave),
        ),
    )


def leave_dialog(*, is_open: rx.Var[bool], on_change: Deed, on_leave: Deed) -> rx.Component:
    """The question before somebody leaves."""
    return kit.dialog(
        kit.button("Leave the boards", kind="danger", on_click=on_leave),
        kit.button("Stay", kind="quiet", on_click=on_change(False)),
        title="Leave the boards?",
        words="You are taken off all boards at once, past weeks too, and not counted as present. "
        "Your XP and levels stay. You can come back whenever you like.",
        is_open=is_open,
        on_change=on_change,
    )
