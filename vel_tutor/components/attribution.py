"""Invitations as the staff watches them: tallies of each loop, and the steps as they come."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.attribution.views import LoopTallyView, StepView, StreamView
from vel_tutor.vocabulary import InviteStep, LoopKind

LOOPS = {
    LoopKind.BUDDY_CHALLENGE: "Buddy challenge",
    LoopKind.RESULTS_RALLY: "Results rally",
    LoopKind.PROUD_PARENT: "Proud parent",
    LoopKind.STREAK_RESCUE: "Streak rescue",
    LoopKind.ACHIEVEMENT: "Achievement spotlight",
}
_STEPS = {
    InviteStep.GENERATED: ("Link made", "link"),
    InviteStep.SENT: ("Sent", "send"),
    InviteStep.OPENED: ("Opened", "mouse-pointer-click"),
    InviteStep.FIRST_VALUE: ("First value", "sparkles"),
    InviteStep.JOINED: ("Joined", "user-plus"),
    InviteStep.REWARDED: ("Rewarded", "gift"),
}
_HELD = {
    "same_device": "Same device",
    "device_crowded": "Many on one device",
    "referral_loop": "Circle of invitations",
    "too_fast": "Answered too fast",
    "address_burst": "Many at one address",
    "unproven": "Only likely",
}
_CHANNELS = {
    "sms": "Text",
    "email": "E-mail",
    "whatsapp": "WhatsApp",
    "social": "Facebook",
    "copy": "Copied link",
    "qr": "QR code",
    "native": "Device's own sheet",
}
_PERIODS = (("1", "Last 24 hours"), ("7", "Last 7 days"), ("30", "Last 30 days"))


def filters(loop: rx.Var[str], days: rx.Var[str], *, on_submit: Deed) -> rx.Component:
    """Which loop, and how far back the tallies reach."""
    loops = (("", "All loops"), *((kind.value, words) for kind, words in LOOPS.items()))
    return kit.form(
        kit.select_field("Loop", name="loop", options=loops, default_value=loop),
        kit.select_field("Tallies of", name="days", options=_PERIODS, default_value=days),
        kit.button("Show", submit=True, icon="search", size="small"),
        on_submit=on_submit,
        class_name="staff-filters",
        role="search",
        aria_label="Filters",
        key=rx.Var.create(f"{loop}/{days}"),
    )


def tallies(stream: ObjectVar[StreamView]) -> rx.Component:
    """How many steps of each kind each loop has seen; kept up to date while one looks."""
    return rx.el.div(
        kit.table(
            ("Loop", *(words for words, _ in _STEPS.values())),
            rx.foreach(stream.tallies, _tally),
            caption="Steps of each loop in the period, real people only",
        ),
        class_name="staff-narrow",
    )


def _tally(row: ObjectVar[LoopTallyView]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(_loop(row.loop), scope="row"),
        rx.foreach(row.counts, lambda number: rx.el.td(number, class_name="tabular")),
        key=row.loop,
    )


def steps(stream: ObjectVar[StreamView], *, link: rx.Var[str], everything: str) -> rx.Component:
    """The steps themselves, the latest first."""
    return rx.cond(
        stream.steps.length() > 0,
        rx.el.div(
            kit.table(
                ("When (UTC)", "Step", "Loop", "By way of", "Reward", "Link"),
                rx.foreach(stream.steps, lambda step: _step(step, link)),
                caption="Steps, the latest first",
            ),
            class_name="staff-narrow",
        ),
        blank(
            "Nothing has happened yet that passes these filters.",
            kit.link_button("Show all invitations", href=everything, kind="quiet"),
            sign="radio",
        ),
    )


def _step(step: ObjectVar[StepView], link: rx.Var[str]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(rx.el.time(step.when, date_time=step.at), scope="row", class_name="tabular"),
        rx.el.td(_named(step.step)),
        rx.el.td(_loop(step.loop)),
        rx.el.td(rx.match(step.channel, *_CHANNELS.items(), "")),
        rx.el.td(
            rx.cond(
                step.held != "",
                kit.pill(rx.match(step.held, *_HELD.items(), step.held), tone="honey"),
                "",
            )
        ),
        rx.el.td(
            rx.cond(
                link != "",
                rx.el.span(step.link_id.to(str)[:8], class_name="tabular"),
                kit.link(
                    step.link_id.to(str)[:8],
                    href="/dashboard/attribution?link=" + step.link_id.to(str),
                    aria_label="Follow link " + step.link_id.to(str)[:8],
                ),
            )
        ),
        key=step.id,
    )


def _named(step: rx.Var[Any]) -> rx.Component:
    """A step as a sign and a word."""
    return rx.fragment(
        rx.match(
            step,
            *(
                (kind.value, kit.pill(kit.icon(sign, size=16), words, tone="sky"))
                for kind, (words, sign) in _STEPS.items()
            ),
            rx.el.span(step),
        )
    )


def _loop(loop: rx.Var[Any]) -> rx.Component:
    return rx.fragment(
        rx.match(loop, *((kind.value, words) for kind, words in LOOPS.items()), loop)
    )
