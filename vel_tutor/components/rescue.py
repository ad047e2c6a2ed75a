"""Calling a friend to practise together: on Today, on the page of whoever calls, at the door."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.countdown import hourglass
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.mascot import Mood, vel
from vel_tutor.components.share import share_ways
from vel_tutor.domain.loops.rescue.views import (
    DoorView,
    HomeView,
    PartnerView,
    RiskView,
)

Door = ObjectVar[DoorView]
Home = ObjectVar[HomeView]
PROMISE = (
    "When you are both done, each of you gets a streak shield: it carries a streak over a day."
)


def at_risk_card(risk: ObjectVar[RiskView], *, on_minute: Any) -> rx.Component:
    """A streak that ends soon, and two ways to keep it; not there while it is safe."""
    return rx.cond(
        risk.is_at_risk,
        kit.card(
            rx.el.div(
                rx.el.span(kit.flame_icon(size=44), class_name="flame", data_lit=True),
                rx.el.div(
                    rx.el.h2(risk.headline),
                    rx.el.p(
                        "One practice keeps it. With a friend it is more fun, and you both get a "
                        "shield.",
                        class_name="soft",
                    ),
                    class_name="tile-words",
                ),
                class_name="stat",
            ),
            rx.el.div(_day_left(risk, on_minute=on_minute), class_name="row"),
            kit.link_button("Invite a study buddy", href=routes.RESCUE, icon="users", size="wide"),
        ),
    )


def _day_left(risk: ObjectVar[RiskView], *, on_minute: Any) -> rx.Component:
    return rx.fragment(
        hourglass(risk.left, until="until your day ends", on_minute=on_minute),
        rx.el.span("until your day ends", class_name="soft small", aria_hidden=True),
    )


def partner_strip(other: rx.Var[Any]) -> rx.Component:
    """The other one (a `PartnerView`): whether they are here, and how far they are."""
    partner = cast("ObjectVar[PartnerView]", other.to(PartnerView))
    return rx.el.section(
        kit.avatar(partner.seed, size=40),
        rx.el.div(
            rx.el.span(
                rx.cond(
                    partner.is_done,
                    kit.icon("circle-check", size=16),
                    rx.cond(
                        partner.is_here,
                        kit.icon("radio", size=16),
                        kit.icon("circle-dashed", size=16),
                    ),
                ),
                rx.el.span(partner.words),
                class_name="row small partner-words",
                data_here=partner.is_here,
            ),
            rx.cond(
                partner.has_come,
                kit.progress(
                    partner.percent.to(int), label="Questions your buddy has answered", tone="mint"
                ),
            ),
            class_name="partner-way",
        ),
        rx.cond(
            partner.has_come,
            rx.el.span(
                kit.visually_hidden("Your buddy: "),
                partner.answered,
                " / 10",
                class_name="small tabular",
            ),
        ),
        kit.announcement(partner.words),
        class_name="partner",
        aria_label="Your buddy",
    )


def calling(
    home: Home, *, on_ask: Deed, on_minute: Any, on_share: Any, has_qr: rx.Var[bool]
) -> rx.Component:
    """The page of whoever calls: call somebody, wait for them, go in."""
    return rx.el.div(
        rx.el.div(
            rx.cond(home.partner.has_come, vel("cheer", size=96), vel("idle", size=96)),
            rx.el.div(
                rx.el.h1(home.headline),
                rx.cond(
                    home.room != "",
                    rx.el.div(
                        hourglass(
                            home.time,
                            until="left in your room",
                            on_minute=on_minute,
                        ),
                        rx.el.span("left in your room", class_name="soft small", aria_hidden=True),
                        class_name="row",
                    ),
                ),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        rx.cond(home.room != "", _waiting(home, on_share, has_qr), _pitch(home, on_ask, on_minute)),
        kit.announcement(home.headline),
        class_name="stack-wide",
    )


def _waiting(home: Home, on_share: Any, has_qr: rx.Var[bool]) -> rx.Component:
    return rx.fragment(
        rx.cond(home.partner.has_come, kit.card(partner_strip(home.partner), flat=True)),
        kit.link_button(
            rx.cond(
                home.is_done,
                "Back to the room",
                rx.cond(home.partner.has_come, "Practise together", "Start practising"),
            ),
            href=home.room,
            icon="play",
            size="wide",
        ),
        rx.cond(
            home.share.link_id != "",
            kit.card(
                rx.el.h2("Call your friend"),
                rx.el.p(
                    "One friend can come in. They see what it says here and a made-up name.",
                    class_name="soft",
                ),
                share_ways(home.share, has_qr=has_qr, on_share=on_share),
            ),
        ),
    )


def _pitch(home: Home, on_ask: Deed, on_minute: Any) -> rx.Component:
    risk = cast("ObjectVar[RiskView]", home.risk.to(RiskView))
    return kit.card(
        rx.cond(
            home.last != "",
            rx.el.p(
                home.last, " ", kit.link("See the room", href=home.last_room), class_name="soft"
            ),
        ),
        rx.cond(risk.is_at_risk, rx.el.div(_day_left(risk, on_minute=on_minute), class_name="row")),
        rx.el.ul(
            _point("users", "A friend and you get the same 10 questions, each at your own pace."),
            _point("eye", "You see that your buddy is there and how far they are."),
            _point("shield", PROMISE),
            class_name="points",
        ),
        rx.cond(
            home.may_invite,
            kit.button("Invite a study buddy", icon="users", size="wide", on_click=on_ask),
            rx.el.p(
                "Inviting friends is switched off for your account. A parent can switch it on. "
                "Practising alone keeps your streak just as well.",
                class_name="field-note",
            ),
        ),
        kit.link_button("Practise alone", href=routes.PRACTICE, kind="bare", size="small"),
    )


def _point(sign: str, words: Child) -> rx.Component:
    return rx.el.li(kit.icon(sign, size=20), rx.el.span(words), class_name="rule-row")


def invited(door: Door, code: rx.Var[str], *, on_come: Deed, on_minute: Any) -> rx.Component:
    """What a friend meets first: who calls, what for, and one button."""
    return rx.el.div(
        vel("cheer", size=112),
        rx.el.h1(
            rx.cond(door.streak.to(int) > 0, "Help keep a streak alive", "Practise together?")
        ),
        rx.el.p(
            rx.el.strong(door.inviter),
            rx.cond(
                door.streak.to(int) > 0,
                rx.fragment(
                    " has a streak of ",
                    door.streak,
                    " days that ends soon, and would like company.",
                ),
                " would like to practise with you.",
            ),
        ),
        rx.el.div(
            hourglass(
                door.time,
                until="left to come in",
                on_minute=on_minute,
            ),
            rx.el.span("left to come in", class_name="soft small", aria_hidden=True),
            class_name="row",
        ),
        rx.el.p(
            door.title,
            ": the same ",
            door.size,
            " questions for both, each at your own pace. ",
            rx.cond(door.is_guest, "No account needed.", "It counts as your practice today."),
            class_name="soft small",
        ),
        rx.el.div(
            kit.button("Practise together", size="wide", on_click=on_come), class_name="sticky-foot"
        ),
        rx.cond(
            door.is_guest,
            kit.link_button(
                "I have an account",
                href=routes.SIGN_IN + "?next=" + routes.rescue_invited("") + code.to(str),
                native=True,
                kind="bare",
                size="small",
            ),
        ),
        class_name="stack centred",
    )


def shut(
    title: str, words: rx.Var[str], *actions: rx.Component, mood: Mood = "think"
) -> rx.Component:
    """A door that does not open, with kind words and a way on."""
    return rx.el.div(
        rx.el.h1(title), kit.empty_state(words, *actions, mood=mood), class_name="stack centred"
    )


def practise_instead() -> rx.Component:
    """The way on for whoever cannot come in."""
    return kit.link_button("Practise something", href=routes.HOME, native=True)
