"""The room for two: the same questions, each at their own pace, the other one beside."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import rescue as parts
from vel_tutor.components import room as rooms
from vel_tutor.components.countdown import hourglass
from vel_tutor.components.question import help_with, question_form, verdict_sheet
from vel_tutor.components.react.presence import turns_away
from vel_tutor.components.share import share_ways
from vel_tutor.pages import frame
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.room import RoomState
from vel_tutor.state.share import ShareState


def copractice() -> rx.Component:
    room = RoomState.room
    return frame.focus(
        rx.match(
            room.stage,
            ("playing", _playing()),
            ("done", rooms.finished(room, partner=_partner(), call=_call())),
            ("over", rooms.over(room)),
            ("closed", parts.shut("Not your room", room.words, parts.practise_instead())),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        turns_away(PresenceState.look_away),
        close=routes.HOME,
        top=(
            rx.cond(
                room.stage == "playing",
                rx.fragment(
                    kit.progress(RoomState.progress.to(int), label="Questions answered"),
                    rx.el.span(
                        kit.visually_hidden("Question "),
                        RoomState.question.number,
                        " / ",
                        RoomState.deck.size,
                        class_name="small tabular counter",
                    ),
                    hourglass(room.time, until="left in this room", on_minute=RoomState.look),
                ),
            ),
        ),
    )


def _playing() -> rx.Component:
    question, verdict = RoomState.question, RoomState.verdict
    return rx.fragment(
        _partner(),
        question_form(
            question,
            verdict,
            RoomState.room.feedback,
            on_submit=RoomState.answer,
            help_row=help_with(question, on_hint=RoomState.hint, on_reveal=RoomState.reveal),
        ),
        verdict_sheet(
            verdict,
            action=rx.cond(
                RoomState.answered == RoomState.deck.size, "See how it went", "Continue"
            ),
            on_continue=RoomState.go_on,
        ),
    )


def _partner() -> rx.Component:
    return parts.partner_strip(RoomState.room.partner)


def _call() -> rx.Component:
    return kit.card(
        rx.el.h2("Call your friend"),
        share_ways(RoomState.room.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
    )


PAGES = (
    frame.Page(
        draw=copractice,
        route=routes.COPRACTICE,
        title="Practise together - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, RoomState.begin),
    ),
)
