"""A question, the way to answer it, and the sheet that says how it went."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import answering, kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.practice.views import (
    LevelView,
    QuestionView,
    StepView,
    VerdictView,
)

Question = ObjectVar[QuestionView]
Verdict = ObjectVar[VerdictView]
Steps = tuple[StepView, ...]


def question_form(
    question: Question,
    verdict: Verdict,
    problem: rx.Var[str],
    *,
    on_submit: Deed,
    help_row: rx.Component,
    action: str = "Check",
) -> rx.Component:
    """The question with its answers to choose, or a line to type one.

    Args:
        problem: why the last input was no answer yet; nothing was counted.
        on_submit: receives `{"position": ..., "answer": ...}`.
        help_row: hints and the way out; see `help_with`.
        action: what handing the answer in is called.
    """
    return kit.form(
        rx.cond(question.passage, passage(question.passage)),
        rx.el.div(
            rx.cond(question.figure, drawn(question.figure)),
            rx.el.h1(
                written(question.html), id="question", tab_index=-1, class_name="question-stem"
            ),
            rx.el.input(type="hidden", name="position", value=question.position.to(str)),
            answering.way_to_answer(question, verdict, is_unread=problem.bool()),
            _unread(problem),
            _hints(question),
            rx.cond(~verdict.shown, rx.el.div(help_row, class_name="row-spread")),
            rx.cond(
                ~verdict.shown,
                rx.el.div(kit.button(action, submit=True, size="wide"), class_name="sticky-foot"),
            ),
            class_name="question-side",
        ),
        on_submit=on_submit,
        key=question.position.to(str) + question.looks.to(str),
        class_name=rx.cond(verdict.shown, "form under-sheet", "form"),
    )


def asked_in_a_test(
    question: Question,
    problem: rx.Var[str],
    *,
    on_submit: Deed,
    help_row: rx.Component,
    action: str,
) -> rx.Component:
    """The question in a test, where no verdict is ever shown; see `question_form`."""
    unspoken = cast(Verdict, rx.Var.create(VerdictView()))
    return question_form(
        question, unspoken, problem, on_submit=on_submit, help_row=help_row, action=action
    )


def _unread(problem: rx.Var[str]) -> rx.Component:
    """Why the last input was no answer; read out when it appears."""
    return rx.el.div(
        rx.cond(
            problem,
            rx.el.p(
                kit.icon("lightbulb", size=20),
                rx.el.span(problem, " This did not count."),
                class_name="field-note",
            ),
        ),
        id="answer-problem",
        role="status",
        class_name="unread",
    )


def _hints(question: Question) -> rx.Component:
    """The hints asked for so far, read out as they come."""
    return rx.el.div(
        rx.foreach(
            question.hints,
            lambda hint, place: rx.el.div(
                kit.icon("lightbulb", size=22),
                rx.el.p(rx.el.strong("Hint ", place + 1, ". "), written(hint)),
                class_name="hint",
            ),
        ),
        class_name="stack-tight",
        aria_live="polite",
    )


def help_with(question: Question, *, on_hint: Any, on_reveal: Any) -> rx.Component:
    """Two hints, then the solution: each says what it is before it is pressed.

    Args:
        on_hint: event taking the position and the number of the hint, 1 or 2.
        on_reveal: event taking the position.
    """
    return rx.fragment(
        rx.cond(
            question.hints_left.to(int) > 0,
            kit.button(
                rx.cond(question.hints_left == 2, "Give me a hint", "One more hint"),
                kind="bare",
                size="small",
                icon="lightbulb",
                on_click=on_hint(question.position, 3 - question.hints_left.to(int)),
            ),
        ),
        kit.button(
            "I need to see it",
            kind="bare",
            size="small",
            icon="eye",
            on_click=on_reveal(question.position),
        ),
    )


def verdict_sheet(
    verdict: Verdict,
    *,
    action: rx.Var[str] | str,
    on_continue: Any,
    on_take_back: Any | None = None,
) -> rx.Component:
    """How it went, why that answer is tempting, the worked steps, and the way on.

    Args:
        on_continue: event taking the position of the question left behind.
        on_take_back: event taking the position of an answer given by a wrong key.
    """
    return rx.cond(
        verdict.shown,
        kit.sheet(
            rx.cond(verdict.html, rx.el.p(written(verdict.html))),
            rx.cond(~verdict.right, _right_answer(verdict)),
            _oops(verdict, on_take_back) if on_take_back else rx.fragment(),
            worked_steps(verdict.steps.to(Steps), is_open=~verdict.right),
            title=verdict.heading,
            tone=rx.cond(verdict.revealed, "honey", rx.cond(verdict.right, "mint", "coral")),
            action=action,
            on_action=on_continue(verdict.position),
        ),
    )


def _oops(verdict: Verdict, on_take_back: Any) -> rx.Component:
    """For a few seconds, the way back from a wrong key; then it fades away by style alone."""
    return rx.cond(
        verdict.is_slip,
        rx.el.div(
            kit.button(
                "Oops, wrong key",
                kind="quiet",
                size="small",
                icon="undo-2",
                on_click=on_take_back(verdict.position),
            ),
            rx.el.span(
                "Once a deck, within 5 seconds: you get another one like it.",
                class_name="soft small",
            ),
            class_name="oops row",
        ),
    )


def _right_answer(verdict: Verdict) -> rx.Component:
    return rx.el.dl(
        rx.cond(
            verdict.yours,
            rx.el.div(rx.el.dt("Your answer"), rx.el.dd(written(verdict.yours))),
        ),
        rx.el.div(rx.el.dt("Right answer"), rx.el.dd(written(verdict.key))),
        class_name="answers",
    )


def worked_steps(steps: ArrayVar[Steps], *, is_open: rx.Var[bool] | bool) -> rx.Component:
    """The way to the answer, line by line; folded away where it was not needed."""
    return rx.el.details(
        rx.el.summary(kit.icon("chevron-right", size=18), "How to work it out"),
        rx.el.ol(
            rx.foreach(
                steps,
                lambda step: rx.el.li(
                    written(step.html),
                    rx.cond(step.maths, written(step.maths, class_name="claim")),
                ),
            ),
            class_name="steps",
        ),
        class_name="worked",
        open=is_open,
    )


def standing(level: ObjectVar[LevelView]) -> rx.Component:
    """The skill at hand and how well it goes."""
    return rx.cond(
        level.words,
        rx.el.div(
            rx.el.span(level.name, class_name="standing-name"),
            rx.cond(
                level.answers.to(int) >= 3,
                rx.el.span(
                    kit.progress(level.percent, label="Skill level", tone="mint"),
                    class_name="standing-bar",
                ),
            ),
            rx.cond(
                level.answers.to(int) > 0,
                rx.el.span(level.words, class_name="standing-words"),
            ),
            class_name="standing",
        ),
    )


def comes_back(question: Question) -> rx.Component:
    """Why a question is asked again."""
    return rx.cond(
        question.comes_back,
        kit.pill(kit.icon("rotate-ccw", size=16), "Back again: you missed one like it", tone="sky"),
    )


def stopwatch(question: Question, *, is_stopped: rx.Var[bool]) -> rx.Component:
    """Time on this question: measured by the server, ticking in the browser by style alone.

    It starts from what the server measured, so a clock set wrong on the device changes nothing.
    """
    return rx.el.span(
        kit.icon("timer", size=18),
        kit.visually_hidden("This question usually takes ", question.expected_s, " seconds."),
        rx.el.span(class_name="stopwatch-face", aria_hidden=True),
        class_name="stopwatch tabular",
        data_stopped=is_stopped,
        key=question.position.to(str) + "-" + question.spent_ms.to(str),
        custom_attrs={"style": {"--spent": question.spent_ms}},
    )
