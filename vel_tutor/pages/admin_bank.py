"""The item bank, for the staff: what answers have taught about each family, and taking one out."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.bank_family import (
    family_facts,
    family_head,
    question_card,
    retire_dialog,
    undo_notice,
)
from vel_tutor.components.bank_page import blank, families, filters, paging
from vel_tutor.pages import frame
from vel_tutor.state.bank import BankState


def admin_bank() -> rx.Component:
    return frame.staff(
        rx.cond(
            BankState.problem != "",
            rx.fragment(
                rx.el.h1("Item bank"),
                blank(
                    BankState.problem,
                    kit.button(
                        "Try again", kind="quiet", icon="rotate-cw", on_click=BankState.begin
                    ),
                    sign="circle-alert",
                    role="alert",
                ),
            ),
            kit.ready(
                BankState.loaded,
                rx.cond(BankState.opened.family.family_id != "", _family(), _list()),
                kit.skeleton("title"),
                kit.skeleton("tile", 6),
            ),
        ),
        here=routes.ADMIN_BANK,
    )


def _list() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Item bank"),
        filters(
            BankState.subject,
            BankState.grade,
            BankState.find,
            BankState.flagged,
            on_submit=BankState.look_for,
        ),
        families(BankState.page, list_url=BankState.list_url, everything=routes.ADMIN_BANK),
        paging(
            BankState.page,
            is_first=BankState.is_first,
            first_url=BankState.first_url,
            next_url=BankState.next_url,
        ),
        class_name="stack",
    )


def _family() -> rx.Component:
    return rx.el.div(
        family_head(
            BankState.opened,
            back=BankState.list_url,
            on_ask=BankState.ask,
            on_bring_back=BankState.bring_back,
        ),
        undo_notice(BankState.undo, on_bring_back=BankState.bring_back),
        rx.el.div(
            family_facts(BankState.opened),
            question_card(BankState.question, on_next=BankState.next_one),
            class_name="staff-two",
        ),
        retire_dialog(
            BankState.opened,
            is_open=BankState.asks,
            on_change=BankState.ask,
            on_retire=BankState.retire,
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=admin_bank,
        route=routes.ADMIN_BANK,
        title="Item bank - vel_tutor",
        on_load=(*frame.ARRIVING_STAFF, BankState.begin),
    ),
)
