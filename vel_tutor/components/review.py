"""The queue of Trust and Safety: cases as cards, their decisions, and the talk around a flag."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.coaching.views import TurnView
from vel_tutor.domain.moderation.views import CaseView, ChoiceView, QueueView
from vel_tutor.vocabulary import CaseKind, ReviewTab

_KINDS = (
    ("", "Everything"),
    (CaseKind.PERSON.value, "People"),
    (CaseKind.LINE.value, "Feed"),
    (CaseKind.ROOM.value, "Rooms"),
    (CaseKind.TUTOR.value, "Tutor"),
    (CaseKind.REWARD.value, "Rewards"),
)
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


def tabs(tab: rx.Var[str], kind: rx.Var[str], waiting: rx.Var[int]) -> rx.Component:
    """Open or settled, and of which kind: both stand in the address."""
    return rx.el.div(
        rx.el.nav(
            _tab(ReviewTab.OPEN, tab, kind, "Open ", kit.pill(waiting)),
            _tab(ReviewTab.SETTLED, tab, kind, "Settled"),
            class_name="segmented",
            aria_label="Cases",
        ),
        rx.el.nav(
            *(_kind(value, words, tab, kind) for value, words in _KINDS),
            class_name="row review-kinds",
            aria_label="Kinds",
        ),
        class_name="stack-tight",
    )


def _tab(
    value: ReviewTab, tab: rx.Var[str], kind: rx.Var[str], *words: str | rx.Component
) -> rx.Component:
    return rx.el.a(
        *words,
        href=f"{routes.STAFF_REVIEW}?tab={value}&kind=" + kind.to(str),
        class_name="segment",
        aria_current=rx.cond(tab == value.value, "page", "false"),
    )


def _kind(value: str, words: str, tab: rx.Var[str], kind: rx.Var[str]) -> rx.Component:
    return kit.link(
        words,
        href=f"{routes.STAFF_REVIEW}?kind={value}&tab=" + tab.to(str),
        class_name="pill review-kind",
        aria_current=rx.cond(kind == value, "true", "false"),
    )


def cases(
    queue: ObjectVar[QueueView],
    talk: ArrayVar[Sequence[TurnView]],
    talk_of: rx.Var[str],
    *,
    is_open: rx.Var[bool],
    deeds: Deeds,
) -> rx.Component:
    """A page of cases, or the word that there are none."""
    listed = queue.cases.to(list[CaseView])
    return rx.cond(
        listed.length() > 0,
        rx.el.ul(
            rx.foreach(
                listed,
                lambda case: rx.el.li(_case(case, talk, talk_of, deeds), key=_key(case)),
            ),
            class_name="plain-list review-cases",
        ),
        rx.cond(
            is_open,
            blank("Nothing waits here. Well looked after.", sign="shield-check"),
            blank("Nothing has been decided here yet.", sign="inbox"),
        ),
    )


def _key(case: ObjectVar[CaseView]) -> rx.Var[str]:
    return case.kind.to(str) + case.id.to(str) + case.ruling_id.to(str)


def _case(
    case: ObjectVar[CaseView],
    talk: ArrayVar[Sequence[TurnView]],
    talk_of: rx.Var[str],
    deeds: Deeds,
) -> rx.Component:
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
                rx.el.h2(case.title, class_name="review-title"),
                rx.el.p(case.about, class_name="soft small"),
                class_name="grow",
            ),
            _marks(case),
            class_name="review-head",
        ),
        _facts(case),
        rx.cond(case.may_read, _talk(case, talk, talk_of, deeds)),
        rx.cond(case.ruling_id != "", _ruling(case, deeds), _choices(case, deeds)),
        class_name="card stack-tight review-case",
        data_urgent=case.is_urgent,
        aria_label=case.title.to(str) + ": " + case.about.to(str),
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


def _talk(
    case: ObjectVar[CaseView],
    talk: ArrayVar[Sequence[TurnView]],
    talk_of: rx.Var[str],
    deeds: Deeds,
) -> rx.Component:
    """The words around a flag, on demand: each reading is written down, and says so."""
    return rx.cond(
        talk_of == case.id,
        rx.el.div(
            rx.el.ol(
                rx.foreach(talk, _turn), class_name="plain-list stack-tight", aria_label="The talk"
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


def sure(
    case: ObjectVar[CaseView], choice: ObjectVar[ChoiceView], *, on_change: Deed, on_settle: Any
) -> rx.Component:
    """The question before a decision.

    Args:
        on_settle: event taking the kind and the id of a case, and a decision.
    """
    settled = on_settle(case.kind, case.id, choice.verdict)
    return kit.dialog(
        rx.el.p(case.look, class_name="review-look"),
        rx.el.div(
            rx.cond(
                choice.is_hard,
                kit.button(choice.words, kind="danger", on_click=settled),
                kit.button(choice.words, on_click=settled),
            ),
            kit.button("Not now", kind="quiet", on_click=cast(Any, on_change)(False)),
            class_name="row",
        ),
        title=choice.question,
        words=choice.means,
        is_open=choice.verdict != "",
        on_change=on_change,
    )


def tile(waiting: rx.Var[int]) -> rx.Component:
    """The way to the queue from the own page, and how much waits there."""
    return rx.el.nav(
        rx.el.a(
            rx.el.span(kit.icon("shield-alert", size=24), class_name="tile-icon"),
            rx.el.span(
                "Review ",
                kit.pill(waiting, tone=rx.cond(waiting == 0, "soft", "coral")),
                kit.visually_hidden(" open cases"),
            ),
            href=routes.STAFF_REVIEW,
            class_name="card card-link place-tile",
        ),
        aria_label="For the staff",
        class_name="place-tiles",
    )
