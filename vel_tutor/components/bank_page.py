"""The item bank as the staff sees it: the list behind its filters."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit, staff
from vel_tutor.components.kit.words import Child, Deed, Words
from vel_tutor.domain.bank.views import FamilyView, PageView
from vel_tutor.vocabulary import GRADES, Subject

_COLUMNS = (
    "Family",
    "Grade",
    "Format",
    "Live",
    "Answers",
    "a",
    "Shift",
    "Variance",
    "Median time",
    "Most shown",
    "Flags",
    "Retired",
)


def filters(
    subject: rx.Var[str],
    grade: rx.Var[str],
    find: rx.Var[str],
    flagged: rx.Var[bool],
    *,
    on_submit: Deed,
) -> rx.Component:
    """What to list; the fields start as the address says."""
    grades = (("", "All grades"), *((str(grade), words) for grade, words in GRADES.items()))
    subjects = (("", "All subjects"), *((one.value, one.capitalize()) for one in Subject))
    return staff.filters(
        kit.select_field("Subject", name="subject", options=subjects, default_value=subject),
        kit.select_field("Grade", name="grade", options=grades, default_value=grade),
        staff.search_field("Skill or family", name="find", value=find, longest=80),
        staff.tick("Only flagged", name="flagged", checked=flagged),
        on_submit=on_submit,
        key=rx.Var.create(f"{subject}/{grade}/{find}/{flagged}"),
    )


def families(
    page: ObjectVar[PageView],
    *,
    list_url: rx.Var[str],
    everything: str,
) -> rx.Component:
    """A page of families, or the word that there are none."""
    return rx.cond(
        page.families.length() > 0,
        rx.el.div(
            kit.table(
                _COLUMNS,
                rx.foreach(page.families, lambda one: _row(one, list_url)),
                caption="Item families",
            ),
            class_name="staff-narrow",
        ),
        blank(
            "No family passes these filters.",
            kit.link_button("Show all families", href=everything, kind="quiet"),
            sign="search-x",
        ),
    )


def _row(family: ObjectVar[FamilyView], list_url: rx.Var[str]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            kit.link(family.skill, href=rx.Var.create(f"{list_url}&family={family.family_id}")),
            rx.el.div(family.family_id, class_name="staff-id tiny"),
            scope="row",
        ),
        rx.el.td(rx.cond(family.grade != "", family.grade, "None")),
        rx.el.td(rx.cond(family.format != "", family.format, "None")),
        rx.el.td(family.live),
        rx.el.td(family.answers),
        rx.el.td(family.slope),
        rx.el.td(family.shift),
        rx.el.td(family.variance),
        rx.el.td(family.median),
        rx.el.td(family.exposure),
        rx.el.td(flags(family), class_name="staff-wraps"),
        rx.el.td(rx.cond(family.retired != "", kit.pill(family.retired, tone="honey"), "No")),
        key=family.family_id,
    )


def flags(family: ObjectVar[FamilyView]) -> rx.Component:
    """Why somebody should look at a family."""
    return rx.cond(
        family.flags.length() > 0,
        rx.el.ul(
            rx.foreach(
                family.flags,
                lambda flag: rx.el.li(
                    kit.icon("flag", size=16), rx.el.span(flag), class_name="staff-flag went-wrong"
                ),
            ),
            class_name="plain-list",
        ),
        "None",
    )


def paging(
    page: ObjectVar[PageView],
    *,
    is_first: rx.Var[bool],
    first_url: rx.Var[str],
    next_url: rx.Var[str],
) -> rx.Component:
    """How many there are, and the way to more of them."""
    return rx.el.nav(
        rx.el.p(
            rx.el.strong(page.total, class_name="tabular"),
            rx.cond(page.total == 1, " family", " families"),
            class_name="soft",
        ),
        rx.el.div(
            rx.cond(
                ~is_first,
                kit.link_button(
                    "First page", href=first_url, kind="quiet", size="small", icon="chevron-first"
                ),
            ),
            rx.cond(
                page.after != "",
                kit.link_button(
                    "Next page", href=next_url, kind="quiet", size="small", icon="chevron-right"
                ),
            ),
            class_name="row",
        ),
        class_name="row-spread",
        aria_label="Pages",
    )


def blank(words: Words, *actions: Child, sign: str, **props: Any) -> rx.Component:
    """Nothing to show, and what to do about it."""
    return rx.el.div(
        kit.icon(sign, size=32),
        rx.el.p(words, class_name="blank-words"),
        *actions,
        class_name="blank",
        **props,
    )
