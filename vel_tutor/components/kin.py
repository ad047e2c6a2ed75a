"""Who belongs to whom: shown to parents and students alike."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.domain.accounts.views import ApprovalView, AskedView, LinkedView

Linked = ArrayVar[Sequence[LinkedView]]
Asked = ArrayVar[Sequence[AskedView]]
Approvals = ArrayVar[Sequence[ApprovalView]]


def approvals(rows: rx.Var[Any], *, on_answer: Any) -> rx.Component:
    """Parents who ask, each with a yes and a no.

    Args:
        on_answer: event taking the id of the request and True or False.
    """
    found = rows.to(Sequence[ApprovalView])
    return rx.cond(
        found.length() > 0,
        rx.el.section(
            rx.foreach(found, lambda one: _approval(one, on_answer)),
            class_name="stack",
            aria_label="Waiting for your answer",
        ),
    )


def _approval(one: ObjectVar[ApprovalView], on_answer: Any) -> rx.Component:
    return kit.card(
        rx.el.h2(
            rx.el.span(one.who),
            " asks to be linked to ",
            rx.cond(one.child, rx.fragment(one.child, " as a parent"), "you as a parent"),
        ),
        rx.el.p(rx.el.strong(one.email), ", asked on ", one.on),
        rx.el.p(
            "A linked parent sees the progress and decides what is shown to others. Say yes only "
            "if you know them.",
            class_name="soft",
        ),
        rx.el.div(
            kit.button(rx.el.span("Yes, link ", one.who), on_click=on_answer(one.id, True)),
            kit.button("No", kind="quiet", on_click=on_answer(one.id, False)),
            class_name="row",
        ),
        key=one.id,
    )


def linked_parents(rows: rx.Var[Any], *, on_part: Any) -> rx.Component:
    """Who is linked, since when, and the way to end it for whoever may.

    Args:
        on_part: event taking the id of the parent.
    """
    return rx.el.ul(
        rx.foreach(rows.to(Sequence[LinkedView]), lambda one: _linked(one, on_part)),
        class_name="stack-tight lines",
    )


def _linked(one: ObjectVar[LinkedView], on_part: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(one.name, rx.cond(one.is_me, " (you)", "")),
            rx.el.span(one.email, " · ", one.how, ", ", one.since, class_name="soft small"),
            class_name="stack-none",
        ),
        rx.cond(
            one.may_end,
            kit.button(
                rx.cond(one.is_me, "Leave", "Unlink"),
                kit.visually_hidden(" ", one.name),
                kind="quiet",
                size="small",
                on_click=on_part(one.id),
            ),
        ),
        class_name="row-spread",
        key=one.id,
    )


def open_questions(rows: rx.Var[Any], *, title: str, on_take_back: Any) -> rx.Component:
    """What was asked or handed out and is not answered.

    Args:
        on_take_back: event taking the id of the request.
    """
    found = rows.to(Sequence[AskedView])
    return rx.cond(
        found.length() > 0,
        rx.el.div(
            rx.el.h3(title),
            rx.el.ul(
                rx.foreach(found, lambda one: _asked(one, on_take_back)),
                class_name="stack-tight lines",
            ),
            class_name="stack-tight",
        ),
    )


def _asked(one: ObjectVar[AskedView], on_take_back: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(one.words),
            rx.el.span("Waits until ", one.until, class_name="soft small"),
            class_name="stack-none",
        ),
        kit.button(
            "Take back",
            kit.visually_hidden(" ", one.words),
            kind="quiet",
            size="small",
            on_click=on_take_back(one.id),
        ),
        class_name="row-spread",
        key=one.id,
    )


def invite_form(
    *, problem: rx.Var[str], link: rx.Var[str], on_invite: Deed, hint: Words
) -> rx.Component:
    """Hand a parent a link: by mail with an address, else to be copied."""
    return rx.el.div(
        kit.form(
            kit.text_field(
                "Their e-mail address, if we may write to them",
                name="parent_email",
                kind="email",
                hint=hint,
                error=problem,
                auto_complete="off",
                max_length=254,
            ),
            kit.button("Invite a parent", submit=True, kind="quiet", icon="user-plus"),
            on_submit=on_invite,
            reset_on_submit=True,
        ),
        rx.cond(
            link,
            rx.el.div(
                rx.el.p("Hand this link over. It works once, for 14 days.", role="status"),
                rx.el.p(rx.el.code(link, class_name="letter"), class_name="card-flat small"),
                kit.button(
                    "Copy the link",
                    kind="quiet",
                    size="small",
                    icon="copy",
                    on_click=rx.set_clipboard(link),
                ),
                class_name="stack-tight",
            ),
        ),
        class_name="stack",
    )


def sure(
    *, title: Words, words: Words, yes: Words, is_open: rx.Var[bool], on_settle: Any
) -> rx.Component:
    """One question before something that cannot be taken back as easily.

    Args:
        on_settle: event taking True or False.
    """
    return kit.dialog(
        rx.el.div(
            kit.button(yes, kind="danger", on_click=on_settle(True)),
            kit.button("Leave it", kind="quiet", on_click=on_settle(False)),
            class_name="row",
        ),
        title=title,
        words=words,
        is_open=is_open,
        on_change=on_settle,
    )
