"""Words with maths in them, which the server has written as safe HTML (`media/maths.py`)."""

from typing import Any

import reflex as rx


def written(html: rx.Var[str], **props: Any) -> rx.Component:
    """`html` inside a line of words."""
    return rx.el.span(custom_attrs={"dangerouslySetInnerHTML": {"__html": html}}, **props)


def drawn(svg: rx.Var[str]) -> rx.Component:
    """A figure; its own `aria-label` says what it shows."""
    return rx.el.div(class_name="figure", custom_attrs={"dangerouslySetInnerHTML": {"__html": svg}})
