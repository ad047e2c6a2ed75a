"""The ways to answer a question: choose one, choose several, pick each part, type."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.written import written
from vel_tutor.domain.practice.views import (
    CellView,
    ChoiceView,
    PartView,
    QuestionView,
    RowView,
    VerdictView,
)

Question = ObjectVar[QuestionView]
Verdict = ObjectVar[VerdictView]


def way_to_answer(question: Question, verdict: Verdict, *, is_unread: rx.Var[bool]) -> rx.Component:
    """The fields of one question, for a form.

    The form receives `answer`, or `part_0`, `part_1` and so on.
    """
    return rx.fragment(
        rx.match(
            question.kind,
            ("multi", _several(question, verdict)),
            ("parts", _parts(question, verdict)),
            ("table", _table(question, verdict)),
            ("typed", _typed(question, verdict, is_unread)),
            _chosen(question, verdict),
        )
    )


def _how(question: Question) -> rx.Component:
    return rx.el.p(question.write_like, id="typed-like", class_name="field-hint")


def _chosen(question: Question, verdict: Verdict) -> rx.Component:
    return kit.choices(
        rx.foreach(question.choices, lambda choice: _choice(choice, verdict)),
        legend="Answers",
        key=question.position.to(str),
        aria_labelledby="question",
    )


def _choice(choice: ObjectVar[ChoiceView], verdict: Verdict) -> rx.Component:
    state = rx.cond(
        verdict.shown,
        rx.cond(
            choice.position == verdict.right_pick,
            "right",
            rx.cond(choice.position == verdict.picked, "wrong", "dim"),
        ),
        "open",
    )
    return kit.choice(
        written(choice.html), position=choice.position, state=state, aria_label=choice.words
    )


def _typed(question: Question, verdict: Verdict, is_unread: rx.Var[bool]) -> rx.Component:
    return rx.el.div(
        rx.el.label("Your answer", html_for="typed-answer", class_name="field-label"),
        rx.el.p(question.write_like, id="typed-like", class_name="field-hint"),
        rx.el.input(
            id="typed-answer",
            name="answer",
            type="text",
            class_name="input typed-answer",
            auto_complete="off",
            auto_focus=True,
            max_length=200,
            read_only=verdict.shown,
            spell_check=False,
            aria_describedby="question typed-like answer-problem",
            aria_invalid=is_unread,
            custom_attrs={"autoCapitalize": "off", "autoCorrect": "off", "enterKeyHint": "done"},
        ),
        class_name="field",
        hidden=verdict.revealed,
    )


def _several(question: Question, verdict: Verdict) -> rx.Component:
    """Tiles of which more than one is right."""
    return kit.choices(
        _how(question),
        rx.foreach(
            question.choices,
            lambda choice: kit.choice(
                written(choice.html),
                position=choice.position,
                state=rx.cond(
                    verdict.shown, verdict.marks.to(list[str])[choice.position.to(int)], "open"
                ),
                name="part_" + choice.position.to(str),
                several=True,
                aria_label=choice.words,
            ),
        ),
        legend="Answers",
        key=question.position.to(str),
        aria_labelledby="question",
    )


def _parts(question: Question, verdict: Verdict) -> rx.Component:
    """A row of tiles for each part: a place in an order, a partner, a gap."""
    return rx.el.div(
        _how(question),
        rx.foreach(question.parts, lambda part: _part(part, verdict)),
        class_name="parts",
        key=question.position.to(str),
    )


def _part(part: ObjectVar[PartView], verdict: Verdict) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(written(part.html), class_name="part-label"),
        rx.el.div(
            rx.foreach(
                part.options.to(tuple[ChoiceView, ...]),
                lambda option: rx.el.label(
                    rx.el.input(
                        type="radio",
                        name="part_" + part.position.to(str),
                        value=option.position.to(str),
                        required=True,
                        disabled=verdict.shown,
                        aria_label=option.words,
                    ),
                    written(option.html, aria_hidden=True),
                    class_name="part-tile",
                    key=option.position.to(str),
                ),
            ),
            class_name="part-tiles",
        ),
        class_name="part",
        key=part.position.to(str),
    )


def _table(question: Question, verdict: Verdict) -> rx.Component:
    """A table with boxes to fill in."""
    return rx.el.div(
        _how(question),
        rx.el.div(
            rx.el.table(
                rx.el.tbody(rx.foreach(question.grid, lambda row: _row(row, verdict))),
                class_name="fill-table",
                aria_labelledby="question",
            ),
            class_name="fill-scroll",
        ),
        class_name="stack-tight",
        key=question.position.to(str),
    )


def _row(row: ObjectVar[RowView], verdict: Verdict) -> rx.Component:
    return rx.el.tr(
        rx.foreach(
            row.cells.to(tuple[CellView, ...]),
            lambda cell, at: rx.cond(
                cell.part.to(int) >= 0,
                rx.el.td(_box(cell, verdict)),
                rx.cond(
                    row.head,
                    rx.el.th(written(cell.html), scope="col"),
                    rx.cond(
                        at == 0,
                        rx.el.th(written(cell.html), scope="row"),
                        rx.el.td(written(cell.html)),
                    ),
                ),
            ),
        ),
    )


def _box(cell: ObjectVar[CellView], verdict: Verdict) -> rx.Component:
    return rx.el.input(
        name="part_" + cell.part.to(str),
        type="text",
        class_name="input fill-box",
        auto_complete="off",
        max_length=20,
        required=True,
        read_only=verdict.shown,
        spell_check=False,
        aria_label=cell.words,
        custom_attrs={"inputMode": "text", "autoCapitalize": "off"},
    )
