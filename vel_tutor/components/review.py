"""The queue of Trust and Safety: its tabs, a page of cases, and the question before a decision."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.review_case import Deeds, Listed, case
from vel_tutor.domain.moderation.views import CaseView, ChoiceView
from vel_tutor.vocabulary import CaseKind, ReviewTab

_KINDS = (
    ("", "Everything"),
    (CaseKind.PERSON.value, "People"),
    (CaseKind.LINE.value, "Feed"),
    (CaseKind.ROOM.value, "Rooms"),
    (CaseKind.TUTOR.value, "Tutor"),
    (CaseKind.REWARD.value, "Rewards"),
)


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


def cases(page: Listed, *, is_open: rx.Var[bool], deeds: Deeds, on_new: Deed) -> rx.Component:
    """A page of cases, or the word that there are none.

    Args:
        on_new: shows what is new; nothing moves before.
    """
    listed = page.queue.cases.to(list[CaseView])
    return rx.el.div(
        rx.el.span(id="review-top", tab_index=-1, class_name="review-top"),
        kit.arrivals(
            page.new.to(str), are_some=page.new.to(int) > 0, said="to look at", on_show=on_new
        ),
        rx.cond(
            listed.length() > 0,
            rx.el.ul(
                rx.foreach(
                    listed,
                    lambda one: rx.el.li(case(one, page, deeds), key=one.kind.to(str) + one.key),
                ),
                class_name="plain-list review-cases",
            ),
            rx.cond(
                is_open,
                blank("Nothing waits here. Well looked after.", sign="shield-check"),
                blank("Nothing has been decided here yet.", sign="inbox"),
            ),
        ),
        class_name="stack",
    )


def sure(
    of: ObjectVar[CaseView],
    choice: ObjectVar[ChoiceView],
    *,
    on_change: Deed,
    on_settle: Any,
    on_closed: Deed,
) -> rx.Component:
    """The question before a decision.

    Args:
        on_settle: event taking the kind and the id of a case, and a decision.
        on_closed: says where the focus goes.
    """
    settled = on_settle(of.kind, of.id, choice.verdict)
    return kit.dialog(
        rx.el.p(of.title, ": ", of.about, class_name="soft small"),
        rx.cond(of.look != "", rx.el.p(of.look, class_name="review-look")),
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
        opener=on_closed,
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
