"""The tutor to ask: what about, the conversation, the time left, what came of it."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import answering, kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.react import ticker
from vel_tutor.components.react.keys import press_by_key
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.coaching.views import (
    ChatView,
    DeskView,
    MeterView,
    MoveView,
    SkillPickView,
    StepLineView,
    SummaryView,
    TurnView,
)
from vel_tutor.domain.practice.views import QuestionView, VerdictView

Chat = ObjectVar[ChatView]
Desk = ObjectVar[DeskView]
GUIDED = "Guided tutor: works from our question bank"
BY_MODEL = "AI tutor: may be wrong; every sum is checked by our own code"


def label(by_model: rx.Var[bool]) -> rx.Component:
    """Who speaks, said plainly."""
    return rx.el.p(
        kit.icon("info", size=18),
        rx.el.span(rx.cond(by_model, BY_MODEL, GUIDED)),
        class_name="coach-label soft small",
    )


# Before


def choosing(
    desk: Desk, wanted: rx.Var[str], *, on_search: Deed, on_start: Any, about: rx.Component
) -> rx.Component:
    """What to ask about.

    Args:
        about: the way to begin with the question somebody came with, and with what is open.
    """
    return rx.el.div(
        rx.el.div(
            vel("idle", size=88),
            rx.el.div(
                rx.el.h1("Ask the tutor"),
                label(desk.by_model.to(bool)),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        _time(desk),
        about,
        rx.cond(desk.can_start, _skills(desk, wanted, on_search=on_search, on_start=on_start)),
        class_name="stack-wide",
    )


def _time(desk: Desk) -> rx.Component:
    """The time there is; without any, what more costs and where."""
    return rx.cond(
        desk.can_start,
        rx.el.p(
            kit.pill(kit.icon("timer", size=18), desk.left, tone="sky"),
            rx.cond(
                desk.is_trial,
                rx.el.span(" Your first 5 minutes are free."),
                rx.el.span(" They run only while you talk."),
            ),
            class_name="coach-time",
        ),
        kit.card(
            rx.el.h2("Your minutes are used up"),
            rx.el.p(desk.price, " Practice itself always stays free, with hints and solutions."),
            rx.el.div(
                kit.link_button("Go to the shop", href=routes.SHOP, icon="shopping-bag"),
                kit.link_button("Practise", href=routes.PRACTICE, kind="quiet"),
                class_name="next-row",
            ),
        ),
    )


def came_with(desk: Desk, *, on_begin: Deed, on_resume: Deed) -> rx.Component:
    """The question in the address, and the conversation that is open."""
    return rx.fragment(
        rx.cond(
            desk.about.skill,
            kit.card(
                rx.el.h2("About this question"),
                rx.el.p(written(desk.about.html)),
                rx.el.p(desk.about.skill, class_name="soft small"),
                rx.cond(
                    desk.can_start,
                    kit.button(
                        "Ask about this question",
                        size="wide",
                        icon="message-circle-question-mark",
                        on_click=on_begin,
                    ),
                ),
            ),
        ),
        rx.cond(
            desk.open_skill,
            kit.tile(
                "Go on where you were",
                desk.open_skill,
                sign="message-circle",
                on_click=on_resume,
            ),
        ),
    )


def _skills(desk: Desk, wanted: rx.Var[str], *, on_search: Deed, on_start: Any) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.label(
                "What would you like to understand?",
                html_for="coach-find",
                class_name="field-label",
            ),
            rx.el.input(
                id="coach-find",
                type="search",
                default_value=wanted,
                on_change=on_search,
                class_name="input",
                placeholder="fractions, main idea, energy ...",
                max_length=80,
            ),
            class_name="field",
        ),
        rx.el.h2(desk.heading),
        rx.cond(
            desk.skills.to(Sequence[SkillPickView]).length() > 0,
            rx.el.ul(
                rx.foreach(
                    desk.skills.to(Sequence[SkillPickView]), lambda one: _skill(one, on_start)
                ),
                class_name="skills plain-list",
            ),
            kit.empty_state("No skill has these words in its name. Try fewer.", mood="think"),
        ),
        class_name="stack",
    )


def _skill(one: ObjectVar[SkillPickView], on_start: Any) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.strong(one.name),
                rx.el.span(one.words, class_name="soft small"),
                class_name="skill-words",
            ),
            kit.icon("message-circle", size=20, class_name="soft"),
            type="button",
            on_click=on_start(one.id),
            class_name="skill coach-skill",
        )
    )


# The conversation


def meter(chat: Chat, *, on_minute: Deed) -> rx.Component:
    """The time left, and what is read aloud when it gets short."""
    left = cast("ObjectVar[MeterView]", chat.meter.to(MeterView))
    talks = (chat.id != "") & ~_ending_of(chat).shown.to(bool)
    return rx.fragment(
        rx.el.span(class_name="coach-gap"),
        kit.announcement(rx.cond(talks & (left.low != ""), left.words, "")),
        rx.cond(talks, _clock(left, on_minute)),
    )


def _ending_of(chat: Chat) -> ObjectVar[SummaryView]:
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
    return rx.cond(turn.mine, mine, _tutor_bubble(turn, on_report))


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
            "Ask in your own words. Leave names and addresses out.",
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


# The end


def stages(chat: Chat, *, before: rx.Component, talk: rx.Component, again: Deed) -> rx.Component:
    """Choosing, talking, or what came of it."""
    return rx.cond(
        _ending_of(chat).shown,
        _ending(_ending_of(chat), again),
        rx.cond(chat.id != "", talk, before),
    )


def _ending(summary: ObjectVar[SummaryView], again: Deed) -> rx.Component:
    """What went well, and one thing to do next."""
    return rx.el.div(
        vel("cheer", size=112),
        rx.el.h1(summary.headline, id="coach-end", tab_index=-1),
        rx.el.ul(
            rx.foreach(
                summary.lines.to(Sequence[str]),
                lambda line: rx.el.li(kit.icon("check", size=20), rx.el.span(line)),
            ),
            class_name="stack-tight plain-list coach-lines",
        ),
        rx.el.p("Time with the tutor: ", summary.took, class_name="soft small"),
        rx.cond(
            summary.out_of_time,
            rx.el.p(
                "Your minutes are used up. ",
                kit.link("See what more cost", href=routes.SHOP),
                class_name="small",
            ),
        ),
        kit.link_button("Practise this", href=summary.path, size="wide", icon="target"),
        rx.cond(
            ~summary.out_of_time,
            kit.button("Ask about something else", kind="quiet", size="wide", on_click=again),
        ),
        class_name="card stack coach-ending",
    )
