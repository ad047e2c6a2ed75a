"""One item family as the staff sees it: what is known, its questions, taking it out."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank, flags
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.bank.views import (
    DetailView,
    FamilyView,
    LiveItemView,
    OptionView,
    PartView,
    PreviewView,
)
from vel_tutor.vocabulary import Misgiving

OPENER = "retire-family"
"""Whichever of the two buttons is there: the focus returns to it from the dialog."""
_WHY = {
    Misgiving.WRONG: "Something in it is wrong",
    Misgiving.UNCLEAR: "It can be read in two ways",
    Misgiving.UNFAIR: "It is unfair to a group",
    Misgiving.MISFIT: "Answers do not follow the model",
    Misgiving.LEAKED: "Its questions have got round",
}


def family_head(
    detail: ObjectVar[DetailView], *, back: rx.Var[str], on_ask: Deed, on_bring_back: Any
) -> rx.Component:
    """Which family it is, and what can be done with it."""
    family = detail.family
    return rx.el.header(
        kit.link(
            kit.icon("chevron-left", size=20),
            "All families",
            href=back,
            class_name="link staff-back",
        ),
        rx.el.div(
            rx.el.h1(family.skill),
            rx.cond(
                detail.may_retire,
                kit.button(
                    "Retire",
                    kind="danger",
                    size="small",
                    icon="archive",
                    id=OPENER,
                    on_click=on_ask(True),
                ),
            ),
            rx.cond(
                detail.may_bring_back,
                kit.button(
                    "Bring it back",
                    size="small",
                    icon="undo-2",
                    id=OPENER,
                    on_click=on_bring_back(family.family_id),
                ),
            ),
            class_name="row-spread",
        ),
        rx.el.p(family.family_id, class_name="staff-id"),
        rx.el.div(
            kit.pill(family.subject, tone="grape"),
            rx.cond(family.grade != "", kit.pill(family.grade)),
            rx.cond(family.format != "", kit.pill(family.format)),
            rx.cond(family.retired != "", kit.pill(family.retired, tone="honey")),
            class_name="row",
        ),
        class_name="stack-tight",
    )


def undo_notice(family_id: rx.Var[str], *, on_bring_back: Any) -> rx.Component:
    """That a family has just been retired, and the way back."""
    return rx.el.div(
        rx.cond(
            family_id != "",
            rx.el.div(
                rx.el.p("Retired. No new test draws from it."),
                kit.button(
                    "Undo",
                    kind="quiet",
                    size="small",
                    icon="undo-2",
                    on_click=on_bring_back(family_id),
                ),
                class_name="card-flat row-spread",
            ),
        ),
        role="status",
    )


def family_facts(detail: ObjectVar[DetailView]) -> rx.Component:
    """What answers have taught, why somebody should look, and what is live."""
    return rx.el.div(
        kit.card(
            rx.el.h2("What is known"),
            rx.el.dl(
                rx.foreach(
                    detail.facts,
                    lambda fact: rx.el.div(rx.el.dt(fact.label), rx.el.dd(fact.words)),
                ),
                class_name="staff-facts",
            ),
            rx.el.h3("Flags"),
            flags(detail.family.to(FamilyView)),
            flat=True,
        ),
        rx.cond(
            detail.live.length() > 0,
            kit.table(
                ("Seed", "b (logits)", "Answers", "Shown ever", "Exposure in the latest tests"),
                rx.foreach(detail.live, _item),
                caption="Live questions",
            ),
            blank("No question of it is live.", sign="archive"),
        ),
        class_name="stack",
    )


def _item(item: ObjectVar[LiveItemView]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(item.seed, scope="row"),
        rx.el.td(item.difficulty),
        rx.el.td(item.answers),
        rx.el.td(item.shown),
        rx.el.td(item.exposure),
        key=item.seed.to(str),
    )


def question_card(question: ObjectVar[PreviewView], *, on_next: Deed) -> rx.Component:
    """One question of the family with everything behind it."""
    return rx.cond(
        question.seed.to(int) >= 0,
        kit.card(
            rx.el.div(
                rx.el.h2("Question of seed ", question.seed),
                kit.button(
                    "Next question",
                    kind="quiet",
                    size="small",
                    icon="chevron-right",
                    on_click=on_next,
                ),
                class_name="row-spread",
            ),
            rx.el.div(_asked(question), aria_live="polite", class_name="stack"),
            flat=True,
        ),
        blank("The content makes no question of this family any more.", sign="file-x"),
    )


def _asked(question: ObjectVar[PreviewView]) -> rx.Component:
    return rx.fragment(
        rx.cond(question.passage != "", passage(question.passage)),
        rx.cond(question.figure != "", drawn(question.figure)),
        rx.el.p(written(question.html), class_name="question-stem"),
        rx.cond(question.grid.length() > 0, _grid(question)),
        rx.cond(
            question.parts.length() > 0,
            rx.el.ul(rx.foreach(question.parts, _part), class_name="staff-options"),
        ),
        rx.el.p(rx.el.strong("Key: "), written(question.key)),
        rx.cond(
            question.options.length() > 0,
            rx.el.div(
                rx.el.h3("Answers it recognises"),
                rx.el.ul(rx.foreach(question.options, _option), class_name="staff-options"),
                class_name="stack-tight",
            ),
        ),
        rx.el.h3("Hints"),
        rx.el.ol(rx.foreach(question.hints, lambda hint: rx.el.li(written(hint)))),
        rx.el.h3("How to work it out"),
        rx.el.ol(
            rx.foreach(
                question.steps,
                lambda step: rx.el.li(
                    written(step.html),
                    rx.cond(step.maths, written(step.maths, class_name="claim")),
                ),
            ),
            class_name="steps",
        ),
    )


def _option(option: ObjectVar[OptionView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(written(option.html)),
            rx.cond(
                option.right,
                kit.pill(kit.icon("check", size=16), "Right", tone="mint"),
                kit.pill(option.misconception),
            ),
            class_name="row-spread",
        ),
        rx.el.p(written(option.feedback), class_name="soft small"),
        data_right=option.right,
    )


def _part(part: ObjectVar[PartView]) -> rx.Component:
    return rx.el.li(
        rx.el.strong(written(part.label.to(str))),
        rx.cond(
            part.options.length() > 0,
            rx.el.ul(
                rx.foreach(part.options, lambda option: rx.el.li(kit.pill(written(option)))),
                class_name="row plain-list",
            ),
        ),
    )


def _grid(question: ObjectVar[PreviewView]) -> rx.Component:
    return rx.el.div(
        rx.el.table(
            rx.el.tbody(
                rx.foreach(
                    question.grid,
                    lambda row: rx.el.tr(
                        rx.foreach(row.to(list[str]), lambda cell: rx.el.td(written(cell)))
                    ),
                )
            ),
            class_name="fill-table",
        ),
        class_name="table-frame",
        role="region",
        aria_label="Table to fill",
        tab_index=0,
    )


def retire_dialog(
    detail: ObjectVar[DetailView],
    *,
    is_open: rx.Var[bool],
    on_change: Deed,
    on_retire: Deed,
) -> rx.Component:
    """Whether it is really to be retired, and why."""
    family = detail.family
    return kit.dialog(
        kit.form(
            rx.el.input(type="hidden", name="family_id", value=family.family_id),
            kit.select_field("Why", name="why", options=tuple(_WHY.items())),
            rx.el.div(
                kit.button("Retire it", submit=True, kind="danger"),
                kit.button("Keep it", kind="quiet", on_click=on_change(False)),
                class_name="row",
            ),
            on_submit=on_retire,
        ),
        title="Retire this family?",
        words="New tests stop drawing from it at once. Tests under way are not touched, and you "
        "can bring it back. The log keeps who did it and why.",
        is_open=is_open,
        on_change=on_change,
        opener=OPENER,
    )
