"""The room for two: the end of it, for each of them."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.domain.loops.rescue.views import RoomView

Room = ObjectVar[RoomView]


def finished(room: Room, *, partner: rx.Component, call: rx.Component) -> rx.Component:
    """All answered: what came of it, and how the other one gets on.

    Args:
        partner: the other one, see `rescue.partner_strip`.
        call: the ways to call a friend; shown as long as nobody has come.
    """
    return rx.el.div(
        kit.confetti(room.cheer),
        rx.cond(room.is_saved, vel("cheer", size=112), vel("idle", size=112)),
        rx.el.h1(room.headline),
        kit.ring(
            room.percent,
            label="Your score: " + room.percent.to(str) + "%",
            caption="right",
            size=140,
        ),
        rx.el.p(kit.shield_icon(size=24), rx.el.strong(room.reward), class_name="row"),
        kit.card(partner, flat=True),
        rx.cond(room.is_guest, _join(room), _member(room)),
        rx.cond(room.share.link_id != "", call),
        kit.announcement(room.headline),
        class_name="stack centred",
    )


def over(room: Room) -> rx.Component:
    """Time is over, with questions left."""
    return rx.el.div(
        vel("idle", size=112),
        rx.el.h1(room.headline),
        rx.el.p(room.words),
        rx.cond(
            room.is_guest,
            kit.link_button("Sign up", href=_sign_up(room), native=True, size="wide"),
            kit.link_button("Practise on", href=routes.PRACTICE, size="wide"),
        ),
        class_name="stack centred",
    )


def _join(room: Room) -> rx.Component:
    return kit.card(
        rx.el.h2("Keep your answers"),
        rx.el.p(
            rx.cond(
                room.is_earned,
                "Sign up: these answers, their XP and your streak shield are yours.",
                "Sign up: these answers and their XP are yours, and the shield too once it is "
                "earned.",
            )
        ),
        kit.link_button("Sign up", href=_sign_up(room), native=True, size="wide"),
    )


def _member(room: Room) -> rx.Component:
    return kit.card(
        rx.el.p("This practice counts for today: your streak goes on."),
        kit.link_button("See your answers", href=room.results, icon="list-checks", size="wide"),
        kit.link_button("To Today", href=routes.TODAY, kind="bare", size="small"),
    )


def _sign_up(room: Room) -> rx.Var[str]:
    return routes.SIGN_UP + "?next=" + routes.copractice("") + room.room_id.to(str)
