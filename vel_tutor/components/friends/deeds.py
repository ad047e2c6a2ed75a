"""What one may do about somebody."""

from typing import Any

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.vocabulary import ReportKind

REASONS = (
    (ReportKind.UNKIND, "They are unkind", "frown"),
    (ReportKind.UNSAFE, "They make me feel unsafe", "shield-alert"),
    (ReportKind.PRETENDS, "They pretend to be somebody else", "venetian-mask"),
    (ReportKind.CHEATS, "They cheat", "flag"),
    (ReportKind.SPAM, "They send too much", "mails"),
)


def parted(name: rx.Var[str], *, on_undo: Deed, is_shown: rx.Var[bool]) -> rx.Component:
    """A friendship ended a moment ago, and the way back."""
    return rx.cond(
        is_shown,
        rx.el.div(
            rx.el.span("You and ", name, " are no longer friends."),
            kit.button("Ask again", kind="quiet", size="small", on_click=on_undo),
            class_name="field-note row-spread",
            role="status",
        ),
    )


def deeds(
    step: rx.Var[str], name: rx.Var[str], *, on_turn: Any, on_settle: Deed, on_report: Any
) -> rx.Component:
    """What one may do about somebody, and the question whether one is sure.

    Args:
        on_turn: event taking the page of the sheet; `""` closes it.
        on_report: event taking a `ReportKind`.
    """
    titles: Any = rx.match(
        step,
        ("remove", "End this friendship?"),
        ("block", "Block them?"),
        ("report", "What is wrong?"),
        name,
    )
    words: Any = rx.match(
        step,
        ("remove", "They are not told, and are gone from your list."),
        ("block", "Neither of you sees the other anywhere here. They are not told."),
        ("report", "Somebody of our team looks at it. They are not told who said so."),
        "What would you like to do?",
    )
    return kit.dialog(
        rx.fragment(
            rx.match(
                step,
                ("remove", _sure("End it", on_settle, on_turn)),
                ("block", _sure("Block them", on_settle, on_turn)),
                ("report", _reasons(on_report, on_turn)),
                _menu(on_turn),
            )
        ),
        title=titles,
        words=words,
        is_open=step != "",
        on_change=on_turn(""),
    )


def _menu(on_turn: Any) -> rx.Component:
    return rx.el.div(
        kit.button(
            "End this friendship",
            kind="quiet",
            size="wide",
            icon="user-minus",
            on_click=on_turn("remove"),
        ),
        kit.button("Block", kind="quiet", size="wide", icon="ban", on_click=on_turn("block")),
        kit.button("Report", kind="quiet", size="wide", icon="flag", on_click=on_turn("report")),
        kit.button("Close", kind="bare", size="wide", on_click=on_turn("")),
        class_name="stack-tight",
    )


def _sure(yes: str, on_settle: Deed, on_turn: Any) -> rx.Component:
    return rx.el.div(
        kit.button(yes, kind="danger", on_click=on_settle),
        kit.button("Leave it", kind="quiet", on_click=on_turn("")),
        class_name="row",
    )


def _reasons(on_report: Any, on_turn: Any) -> rx.Component:
    return rx.el.div(
        *[
            kit.button(words, kind="quiet", size="wide", icon=sign, on_click=on_report(kind.value))
            for kind, words, sign in REASONS
        ],
        kit.button("Close", kind="bare", size="wide", on_click=on_turn("")),
        class_name="stack-tight",
    )
