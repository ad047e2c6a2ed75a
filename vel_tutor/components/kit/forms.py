"""Forms: every control has a visible label, its hint, and its error right below."""

from collections.abc import Sequence
from typing import Any, Literal

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from vel_tutor.components.kit.marks import icon
from vel_tutor.components.kit.words import Child, Deed, Words, when

Kind = Literal["text", "email", "number", "tel", "search", "password", "date", "time", "url"]


class NativeForm(BaseHTML):
    """A form the browser itself posts: for what sets cookies, and it works before any script.

    (Reflex's own form always stops the browser's post.)
    """

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]
    no_validate: rx.Var[bool]
    auto_complete: rx.Var[str]


def native_form(*children: Child, action: Words, **props: Any) -> rx.Component:
    """A form posted by the browser to the plain route `action`."""
    return NativeForm.create(*children, action=action, method="post", class_name="form", **props)


def form(*children: Child, on_submit: Deed, **props: Any) -> rx.Component:
    """A form whose named fields arrive in `on_submit` as one dictionary of strings."""
    props.setdefault("class_name", "form")
    return rx.el.form(*children, on_submit=on_submit, **props)


def field(
    label: Words, control: rx.Component, *, name: str, hint: Words = "", error: Words = ""
) -> rx.Component:
    """A label over any control with `id=f"field-{name}"`, with hint and error.

    Rather use `text_field`, `password_field`, `select_field`, which wire it all.
    """
    return rx.el.div(
        rx.el.label(label, html_for=f"field-{name}", class_name="field-label"),
        when(hint, rx.el.p(hint, id=f"hint-{name}", class_name="field-hint")),
        control,
        _error(name, error),
        class_name="field",
    )


def text_field(
    label: Words,
    *,
    name: str,
    kind: Kind = "text",
    hint: Words = "",
    error: Words = "",
    required: bool = True,
    **props: Any,
) -> rx.Component:
    """One line of text. Set `auto_complete` wherever the browser may know the answer."""
    return field(
        label,
        rx.el.input(
            type=kind,
            required=required,
            class_name="input",
            **_wiring(name, hint, error),
            **props,
        ),
        name=name,
        hint=hint,
        error=error,
    )


def password_field(
    label: Words = "Password",
    *,
    name: str = "password",
    is_new: bool = False,
    hint: Words = "",
    error: Words = "",
    **props: Any,
) -> rx.Component:
    """A password; `is_new` lets the browser suggest one and refuses less than 8 characters."""
    lengths: dict[str, Any] = {"min_length": 8} if is_new else {}
    return text_field(
        label,
        name=name,
        kind="password",
        hint=hint,
        error=error,
        auto_complete="new-password" if is_new else "current-password",
        max_length=200,
        **lengths,
        **props,
    )


def select_field(
    label: Words,
    *,
    name: str,
    options: Sequence[tuple[str, str]] | rx.Component,
    hint: Words = "",
    error: Words = "",
    **props: Any,
) -> rx.Component:
    """One of several: `options` are (value, words), or a component of `rx.el.option`s."""
    listed = (
        [options]
        if isinstance(options, rx.Component)
        else [rx.el.option(words, value=value) for value, words in options]
    )
    return field(
        label,
        rx.el.select(*listed, class_name="input", **_wiring(name, hint, error), **props),
        name=name,
        hint=hint,
        error=error,
    )


def switch(
    label: Words, *, is_on: rx.Var[bool], on_change: Deed, words: Words = "", **props: Any
) -> rx.Component:
    """Something that is on or off, and changes at once.

    Args:
        words: what it means, under the label.
        on_change: event taking True or False.
    """
    return rx.el.label(
        rx.el.span(
            rx.el.strong(label),
            when(words, rx.el.span(words, class_name="soft small")),
            class_name="switch-words",
        ),
        rx.el.input(
            type="checkbox",
            role="switch",
            checked=is_on,
            on_change=on_change,
            class_name="switch-knob",
        ),
        class_name="switch",
        **props,
    )


def form_error(words: Words) -> rx.Component:
    """What kept the whole form from going through, above its fields."""
    return when(
        words,
        rx.el.div(
            icon("circle-alert", size=22),
            rx.el.p(words),
            class_name="field-error",
            role="alert",
        ),
    )


def _wiring(name: str, hint: Words, error: Words) -> dict[str, Any]:
    """What ties a control to its label, hint and error."""
    wrong = bool(error) if isinstance(error, str) else error.bool()
    return {
        "id": f"field-{name}",
        "name": name,
        "aria_describedby": f"hint-{name} error-{name}",
        "aria_invalid": wrong,
    }


def _error(name: str, error: Words) -> rx.Component:
    return when(
        error,
        rx.el.p(
            icon("circle-alert", size=18),
            rx.el.span(error),
            id=f"error-{name}",
            class_name="field-error",
            role="alert",
        ),
    )
