"""How far, and how well."""

from typing import Any, Literal

import reflex as rx

from vel_tutor.components.kit.words import Words, visually_hidden

Percent = int | rx.Var[int]

_RING_TEXT_REM = 2.625
"""Of the number in a ring of the usual size: three digits fit, in every other size too."""


def progress(
    percent: Percent, *, label: Words, tone: Literal["grape", "mint", "honey"] = "grape"
) -> rx.Component:
    """A bar, 0..100. `label` says what is progressing ("Questions answered")."""
    return rx.el.div(
        rx.el.div(class_name="bar-fill"),
        class_name="bar",
        role="progressbar",
        aria_label=label,
        aria_valuemin=0,
        aria_valuemax=100,
        aria_valuenow=percent,
        data_tone=tone,
        custom_attrs={"style": {"--value": percent}},
    )


def ring(percent: Percent, *, label: Words, caption: Words = "", size: int = 176) -> rx.Component:
    """A score, 0..100, that fills and counts up once. `label` says it in words."""
    circle: dict[str, Any] = {"cx": 60, "cy": 60, "r": 54, "path_length": 100}
    empty: dict[str, Any] = {"data-empty": rx.cond(rx.Var.create(percent) == 0, "", None)}
    sizes = {"--score-size": f"{size}px", "--score-text": f"{_RING_TEXT_REM * size / 176:.3f}rem"}
    return rx.el.div(
        rx.el.svg(
            rx.el.circle(class_name="score-track", **circle),
            rx.el.circle(class_name="score-arc", **circle),
            view_box="0 0 120 120",
            custom_attrs={"aria-hidden": "true", "focusable": "false"},
        ),
        rx.el.div(
            rx.el.span(class_name="score-value", aria_hidden=True),
            rx.el.span(caption, class_name="soft small", aria_hidden=True),
            visually_hidden(label),
            class_name="score-words",
        ),
        class_name="score-ring",
        custom_attrs={"style": {"--score": percent, **sizes}, **empty},
    )
