"""A conversation with the tutor: the question on show, what was said, what can be, the time."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import answering, kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.react import ticker
from vel_tutor.components.react.keys import press_by_key
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.coaching.views import (
    ChatView,
    MeterView,
    MoveView,
    StepLineView,
    SummaryView,
    TurnView,
)
from vel_tutor.domain.practice.views import QuestionView, VerdictView

Chat = ObjectVar[ChatView]


def meter(chat: Chat, *, on_minute: Deed) -> rx.Component:
    """The time left, and what is read aloud when it gets short."""
    left = cast("ObjectVar[MeterView]", chat.meter.to(MeterView))
    talks = (chat.id != "") & ~ending_of(chat).shown.to(bool)
    return rx.fragment(
        rx.el.span(class_name="coach-gap"),
        kit.announcement(rx.cond(talks & (left.low != ""), left.words, "")),
        rx.cond(talks, _clock(left, on_minute)),
    )


def ending_of(chat: Chat) -> ObjectVar[SummaryView]:
    return cast("ObjectVar[SummaryView]", chat.summary.to(SummaryView))


def _clock(left: ObjectVar[MeterView], on_minute: Deed) -> rx.Component:
    """From the server, running on by style for a minute of silence at most."""
    ms, runs = left.left_ms.to(int), left.runs_ms.to(int)
    return rx.el.span(
        kit.icon("timer", size=18),
        kit.visually_hidden(left.words),
        rx.el.span(class_name="coach-left", aria_hidden=True),
        rx.cond(runs > 0, ticker.after(runs + 400, on_minute)),
        class_name="countdown tabular coach-meter",
        data_left=ms,
        data_runs=runs,
        data_low=left.low,
        key=ms.to(str) + "-" + runs.to(str),
        custom_attrs={"style": {"--left": ms, "--runs": runs}},
    )


def pinned(chat: Chat, *, on_answer: Deed) -> rx.Component:
    """The question on show, with its way to answer, or with the step that is asked for."""
    question = cast("ObjectVar[QuestionView]", chat.question.to(QuestionView))
    unspoken = cast("ObjectVar[VerdictView]", rx.Var.create(VerdictView()))
    number = rx.el.input(type="hidden", name="number", value=chat.number.to(str))
    return rx.el.section(
        rx.cond(question.passage, passage(question.passage)),
        rx.cond(question.figure, drawn(question.figure)),
        rx.el.p(chat.skill, class_name="soft small"),
        rx.el.h1(written(question.html), id="question", class_name="question-stem"),
        rx.cond(
            chat.is_open,
            kit.form(
                number,
                answering.way_to_answer(question, unspoken, is_unread=rx.Var.create(False)),
                kit.button("Check", submit=True, size="wide"),
                on_submit=on_answer,
                key=question.position.to(str) + question.looks.to(str),
            ),
        ),
        class_name="card stack coach-pinned",
        aria_label="Your question",
        data_subject=chat.subject,
    )


def log(chat: Chat, thinking: rx.Var[bool], *, on_report: Any) -> rx.Component:
    """The bubbles, the latest at the bottom and in sight."""
    return rx.el.div(
        rx.el.div(
            rx.foreach(chat.turns.to(Sequence[TurnView]), lambda turn: _bubble(turn, on_report)),
            rx.cond(
                thinking,
                rx.el.div(
                    _face(),
                    rx.el.div(
                        rx.el.span(class_name="coach-dots", aria_hidden=True),
                        "Thinking",
                        class_name="bubble",
                    ),
                    class_name="coach-turn",
                ),
            ),
            role="log",
            aria_live="polite",
            aria_label="Conversation",
            class_name="coach-turns",
        ),
        class_name="coach-log",
        tab_index=0,
        role="region",
        id="coach-said",
        aria_label="What was said",
    )


def _face() -> rx.Component:
    return rx.el.span(vel("idle", size=36), class_name="coach-face", aria_hidden=True)


def _bubble(turn: ObjectVar[TurnView], on_report: Any) -> rx.Component:
    mine = rx.el.div(
        rx.el.div(
            kit.visually_hidden("You: "), written(turn.html), class_name="bubble bubble-mine"
        ),
        class_name="coach-turn coach-mine",
    )
    return rx.fragment(
        rx.cond(turn.mine, mine, _tutor_bubble(turn, on_report)), key=turn.number.to(str)
    )


def _tutor_bubble(turn: ObjectVar[TurnView], on_report: Any) -> rx.Component:
    return rx.el.div(
        _face(),
        rx.el.div(
            kit.visually_hidden("Tutor: "),
            rx.el.p(written(turn.html)),
            rx.cond(turn.passage, passage(turn.passage)),
            rx.cond(turn.figure, drawn(turn.figure)),
            rx.cond(turn.claim, rx.el.p(written(turn.claim), class_name="claim")),
            rx.cond(turn.steps.to(Sequence[StepLineView]).length() > 0, _steps(turn)),
            rx.cond(turn.by_model, _report(turn, on_report)),
            class_name="bubble",
            data_kind=turn.kind,
        ),
        class_name="coach-turn",
    )


def _steps(turn: ObjectVar[TurnView]) -> rx.Component:
    return rx.el.ol(
        rx.foreach(
            turn.steps.to(Sequence[StepLineView]),
            lambda step: rx.el.li(
                written(step.html),
                rx.cond(step.maths, written(step.maths, class_name="claim")),
            ),
        ),
        class_name="steps",
    )


def _report(turn: ObjectVar[TurnView], on_report: Any) -> rx.Component:
    return rx.el.div(
        kit.pill("AI", tone="sky"),
        rx.cond(
            turn.reported,
            rx.el.span("Reported. Thank you.", class_name="soft small"),
            kit.icon_button("flag", "Report this turn", on_click=on_report(turn.number)),
        ),
        class_name="row-spread bubble-foot",
    )


def composer(
    chat: Chat, thinking: rx.Var[bool], *, on_answer: Deed, on_say: Deed, on_move: Any
) -> rx.Component:
    """What the learner can say: a step of the example, words of their own, the moves."""
    return rx.el.div(
        rx.cond(chat.fills, _fill(chat, on_answer)),
        rx.cond(chat.may_say & (chat.fills == ""), _say(chat, thinking, on_say)),
        rx.el.div(
            rx.foreach(
                chat.moves.to(Sequence[MoveView]),
                lambda one: kit.button(
                    one.words,
                    kind="quiet",
                    size="small",
                    disabled=thinking,
                    on_click=on_move(chat.number, one.move),
                    custom_attrs={"data-key": one.key, "aria-keyshortcuts": one.key},
                    key=one.move,
                ),
            ),
            class_name="coach-moves",
            role="group",
            aria_label="What you can say",
        ),
        press_by_key(),
        class_name="coach-composer",
    )


def _fill(chat: Chat, on_answer: Deed) -> rx.Component:
    return kit.form(
        rx.el.input(type="hidden", name="number", value=chat.number.to(str)),
        rx.el.label(written(chat.fills), html_for="coach-fill", class_name="field-label"),
        rx.el.div(
            rx.el.input(
                id="coach-fill",
                name="answer",
                type="text",
                class_name="input typed-answer",
                auto_complete="off",
                auto_focus=True,
                max_length=60,
                required=True,
                spell_check=False,
            ),
            kit.button("Check", submit=True),
            class_name="row",
        ),
        on_submit=on_answer,
        reset_on_submit=True,
        key="fill-" + chat.number.to(str),
        class_name="coach-line",
    )


def _say(chat: Chat, thinking: rx.Var[bool], on_say: Deed) -> rx.Component:
    return kit.form(
        rx.el.input(type="hidden", name="number", value=chat.number.to(str)),
        rx.el.label(
            "In your own words, without names or addresses",
            html_for="coach-say",
            class_name="field-hint",
        ),
        rx.el.div(
            rx.el.input(
                id="coach-say",
                name="words",
                type="text",
                class_name="input",
                auto_complete="off",
                max_length=300,
                required=True,
            ),
            kit.button("Send", submit=True, busy=thinking),
            class_name="row",
        ),
        on_submit=on_say,
        reset_on_submit=True,
        class_name="coach-line",
    )
