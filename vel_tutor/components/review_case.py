"""A case as a card: what, about whom and why, its decisions, and the talk around a flag."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.coaching.views import TurnView
from vel_tutor.domain.moderation.views import CaseView, ChoiceView, QueueView
from vel_tutor.vocabulary import CaseKind

_SIGNS = (
    (CaseKind.PERSON.value, "user-round"),
    (CaseKind.LINE.value, "newspaper"),
    (CaseKind.ROOM.value, "tent"),
    (CaseKind.TUTOR.value, "message-circle-question"),
    (CaseKind.REWARD.value, "gift"),
)
_DECISIONS = (
    "circle-check",
    "eye-off",
    "message-square-warning",
    "user-x",
    "users-round",
    "gift",
    "ban",
)


@dataclass(frozen=True)
class Deeds:
    """What can be done to a case."""

    ask: Any
    """Takes the id of a case and a decision."""
    read: Any
    """Takes the id of a case."""
    close: Deed
    undo: Any
    """Takes the id of a decision."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A page of cases, and what lies open on it."""

    queue: ObjectVar[QueueView]
    new: rx.Var[int]
    at: rx.Var[str]
    """The line the focus goes to."""
    talk: ArrayVar[Sequence[TurnView]]
    talk_of: rx.Var[str]


def case(case: ObjectVar[CaseView], page: Listed, deeds: Deeds) -> rx.Component:
    """One case as a card."""
    return rx.el.article(
        rx.el.header(
            rx.el.span(
                rx.fragment(
                    rx.match(
                        case.kind,
                        *((kind, kit.icon(sign, size=22)) for kind, sign in _SIGNS),
                        kit.icon("flag", size=22),
                    )
                ),
                class_name="tile-icon",
            ),
            rx.el.div(
                _title(case, page.at),
                rx.el.p(case.about, class_name="soft small"),
                class_name="grow",
            ),
            _marks(case),
            class_name="review-head",
        ),
        _facts(case),
        rx.cond(case.may_read, _talk(case, page, deeds)),
        rx.cond(
            case.over != "",
            rx.el.p(kit.icon("check-check", size=18), case.over, class_name="review-over"),
            rx.cond(case.ruling_id != "", _ruling(case, deeds), _choices(case, deeds)),
        ),
        class_name="card stack-tight review-case",
        data_urgent=case.is_urgent,
        data_over=case.over != "",
        aria_label=case.title.to(str) + ": " + case.about.to(str),
    )


def _title(case: ObjectVar[CaseView], at: rx.Var[str]) -> rx.Component:
    """What it is; of the case that comes next, the focus goes here."""
    return rx.cond(
        at == case.key,
        rx.el.h2(case.title, id="review-next", tab_index=-1, class_name="review-title"),
        rx.el.h2(case.title, class_name="review-title"),
    )


def _marks(case: ObjectVar[CaseView]) -> rx.Component:
    return rx.el.div(
        rx.cond(case.is_urgent, kit.pill(kit.icon("siren", size=16), "Urgent", tone="coral")),
        rx.cond(case.is_minor, kit.pill("Minor", tone="honey")),
        class_name="row",
    )


def _facts(case: ObjectVar[CaseView]) -> rx.Component:
    return rx.el.div(
        rx.cond(case.look != "", rx.el.p(case.look, class_name="review-look")),
        rx.el.p(
            rx.cond(case.reasons != "", rx.el.strong(case.reasons.to(str) + ". ")),
            rx.cond(case.people != "", case.people.to(str) + ". ", ""),
            rx.el.time(case.when, date_time=case.at, class_name="tabular"),
        ),
        rx.el.div(
            rx.cond(case.state != "", kit.pill(case.state, tone="sky")),
            rx.cond(case.href != "", kit.link("Open the room", href=case.href)),
            class_name="row",
        ),
        class_name="stack-tight",
    )


def _talk(case: ObjectVar[CaseView], page: Listed, deeds: Deeds) -> rx.Component:
    """The words around a flag, on demand: each reading is written down, and says so."""
    return rx.cond(
        page.talk_of == case.id,
        rx.el.div(
            rx.el.ol(
                rx.foreach(page.talk, _turn),
                class_name="plain-list stack-tight",
                aria_label="The talk",
            ),
            kit.button("Close the talk", kind="quiet", size="small", on_click=deeds.close),
            class_name="stack-tight",
        ),
        rx.el.div(
            kit.button(
                "Read the talk",
                kind="quiet",
                size="small",
                icon="eye",
                on_click=deeds.read(case.id),
            ),
            rx.el.span("Reading it is written down.", class_name="soft small"),
            class_name="row",
        ),
    )


def _turn(turn: ObjectVar[TurnView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(rx.cond(turn.mine, "Learner", "Tutor"), class_name="soft tiny"),
        rx.el.div(
            rx.html(turn.html),
            class_name=rx.cond(turn.mine, "bubble bubble-mine", "bubble"),
            data_kind=turn.kind,
        ),
        rx.cond(turn.reported, kit.pill("Flagged", tone="coral")),
        key=turn.number,
    )


def _choices(case: ObjectVar[CaseView], deeds: Deeds) -> rx.Component:
    return rx.el.div(
        rx.foreach(
            case.choices.to(list[ChoiceView]),
            lambda choice: rx.el.button(
                rx.fragment(
                    rx.match(
                        choice.sign,
                        *((sign, kit.icon(sign, size=18)) for sign in _DECISIONS),
                        kit.icon("gavel", size=18),
                    )
                ),
                choice.words,
                type="button",
                class_name=rx.cond(
                    choice.is_hard, "btn btn-danger btn-small", "btn btn-quiet btn-small"
                ),
                on_click=deeds.ask(case.id, choice.verdict),
                key=choice.verdict,
            ),
        ),
        class_name="row",
    )


def _ruling(case: ObjectVar[CaseView], deeds: Deeds) -> rx.Component:
    return rx.el.div(
        kit.pill(case.verdict, tone="mint"),
        rx.el.span("by ", case.by, class_name="soft"),
        rx.cond(
            case.may_undo,
            kit.button(
                "Undo",
                kind="quiet",
                size="small",
                icon="undo-2",
                on_click=deeds.undo(case.ruling_id),
            ),
            rx.el.span("cannot be taken back", class_name="soft small"),
        ),
        class_name="row",
    )
