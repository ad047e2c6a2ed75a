"""What the lists of the staff share."""

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed


def filters(*fields: Child, key: rx.Var[str], on_submit: Deed) -> rx.Component:
    """What to list; the fields start as the address says.

    Args:
        key: changes with the address, so that the fields start anew.
        on_submit: event taking the fields by name.
    """
    return kit.form(
        *fields,
        kit.button("Show", submit=True, icon="search", size="small"),
        on_submit=on_submit,
        class_name="staff-filters",
        role="search",
        aria_label="Filters",
        key=key,
    )


def search_field(words: str, *, name: str, value: rx.Var[str], longest: int) -> rx.Component:
    """Words to look for."""
    return kit.text_field(
        words,
        name=name,
        kind="search",
        required=False,
        default_value=value,
        max_length=longest,
        auto_complete="off",
    )


def tick(words: str, *, name: str, checked: rx.Var[bool]) -> rx.Component:
    """List only some."""
    box = rx.el.input(
        type="checkbox", name=name, value="1", default_checked=checked, class_name="tick"
    )
    return rx.el.label(box, words, class_name="tick-row")
