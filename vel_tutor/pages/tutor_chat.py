"""A tutor to ask, by the minute."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import coach_talk as talk
from vel_tutor.components import coaching as parts
from vel_tutor.components import kit
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.coaching import CoachDeskState, CoachState


def tutor_chat() -> rx.Component:
    return frame.focus(
        kit.ready(
            CoachState.is_loaded & CoachDeskState.desk.loaded,
            parts.stages(
                CoachState.chat, before=_before(), talk=_talk(), again=CoachState.leave_ending
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 4),
        ),
        turns_away(CoachState.turn_away),
        close=routes.TODAY,
        top=(talk.meter(CoachState.chat, on_minute=CoachState.look),),
    )


def _before() -> rx.Component:
    desk = CoachDeskState.desk
    return parts.choosing(
        desk,
        CoachDeskState.wanted,
        on_search=CoachDeskState.search.debounce(250),
        on_start=CoachState.start,
        about=parts.came_with(
            desk, on_begin=CoachState.start_question, on_resume=CoachState.resume
        ),
    )


def _talk() -> rx.Component:
    chat, thinking = CoachState.chat, CoachState.thinking
    return rx.el.div(
        talk.pinned(chat, on_answer=CoachState.answer),
        rx.el.div(
            parts.label(chat.may_say.to(bool)),
            talk.log(chat, thinking, on_report=CoachState.report),
            talk.composer(
                chat,
                thinking,
                on_answer=CoachState.answer,
                on_say=CoachState.say,
                on_move=CoachState.move,
            ),
            class_name="coach-side",
        ),
        class_name="coach",
        on_unmount=CoachState.turn_away(True),
    )


PAGES = (
    frame.Page(
        draw=tutor_chat,
        route=routes.COACH,
        title="Ask the tutor - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, CoachState.begin, CoachDeskState.begin),
    ),
)
