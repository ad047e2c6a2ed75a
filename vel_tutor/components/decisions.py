"""The log of advice as the staff sees it: how fast the six are, and what they said."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit, staff
from vel_tutor.components.bank_page import blank
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.advice.views import DecisionView, LogView, PaceView
from vel_tutor.vocabulary import Agent

_PACE = ("Adviser", "Answers", "Median", "99th percentile", "Deadline", "Fell back")
_COLUMNS = ("Time", "Adviser", "Answer", "Reason", "Took", "Fell back")


def pace(page: ObjectVar[LogView]) -> rx.Component:
    """How fast each adviser has been within a day."""
    return rx.el.section(
        rx.el.h2("The last 24 hours", id="pace"),
        rx.el.div(
            kit.table(
                _PACE,
                rx.foreach(page.pace, _pace_row),
                caption="How fast each adviser answers; at most its latest 10,000 answers",
            ),
            class_name="staff-narrow",
        ),
        class_name="stack",
        aria_labelledby="pace",
    )


def _pace_row(one: ObjectVar[PaceView]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(one.agent, scope="row"),
        rx.el.td(one.answers),
        rx.el.td(one.median),
        rx.el.td(
            rx.el.span(one.p99),
            rx.cond(~one.keeps, kit.pill("Too slow", tone="coral")),
        ),
        rx.el.td(one.within),
        rx.el.td(one.lapses),
        key=one.agent,
    )


def filters(
    agent: rx.Var[str],
    answer: rx.Var[str],
    only_lapses: rx.Var[bool],
    *,
    on_submit: Deed,
) -> rx.Component:
    """What to list; the fields start as the address says."""
    names = (("", "All advisers"), *((one.value, _name(one)) for one in Agent))
    return staff.filters(
        kit.select_field("Adviser", name="agent", options=names, default_value=agent),
        staff.search_field("Answer", name="answer", value=answer, longest=60),
        staff.tick("Only where it fell back", name="lapses", checked=only_lapses),
        on_submit=on_submit,
        key=rx.Var.create(f"{agent}/{answer}/{only_lapses}"),
    )


def _name(agent: Agent) -> str:
    return agent.replace("_", " ").capitalize()


def decisions(
    page: ObjectVar[LogView], *, is_filtered: rx.Var[bool], everything: str
) -> rx.Component:
    """A page of answers, or the word that there are none."""
    return rx.cond(
        page.decisions.length() > 0,
        rx.el.div(
            kit.table(
                _COLUMNS, rx.foreach(page.decisions, _row), caption="Answers, the latest first"
            ),
            class_name="staff-narrow",
        ),
        rx.cond(
            is_filtered,
            blank(
                "No answer passes these filters.",
                kit.link_button("Show all answers", href=everything, kind="quiet"),
                sign="search-x",
            ),
            blank("Nobody has been asked yet. Finish a deck, then look again.", sign="inbox"),
        ),
    )


def _row(one: ObjectVar[DecisionView]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(one.at),
        rx.el.td(one.agent),
        rx.el.td(rx.el.strong(one.answer)),
        rx.el.td(one.reason, class_name="staff-wraps"),
        rx.el.td(one.latency),
        rx.el.td(rx.cond(one.lapse != "", kit.pill(one.lapse, tone="honey"), "No")),
        key=one.seq,
    )


def paging(
    page: ObjectVar[LogView],
    *,
    is_first: rx.Var[bool],
    first_url: str,
    next_url: rx.Var[str],
) -> rx.Component:
    """The way to older answers and back."""
    return rx.el.nav(
        rx.cond(
            ~is_first,
            kit.link_button(
                "Latest", href=first_url, kind="quiet", size="small", icon="chevron-first"
            ),
        ),
        rx.cond(
            page.after != "",
            kit.link_button(
                "Older", href=next_url, kind="quiet", size="small", icon="chevron-right"
            ),
        ),
        class_name="row",
        aria_label="Pages",
    )
