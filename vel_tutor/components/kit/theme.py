"""Light, dark, or as the device says: a class on <html>, kept by this browser alone."""

import reflex as rx
from reflex.style import LiteralColorMode, color_mode, set_color_mode

from vel_tutor.components.kit.marks import icon
from vel_tutor.components.kit.words import visually_hidden

MODES: tuple[tuple[LiteralColorMode, str, str], ...] = (
    ("light", "Light", "sun"),
    ("dark", "Dark", "moon"),
    ("system", "Device", "monitor"),
)


def theme_switch() -> rx.Component:
    """Choose between light, dark and the device's own setting."""
    return rx.el.fieldset(
        rx.el.legend(visually_hidden("Colours")),
        *[
            rx.el.label(
                rx.el.input(
                    type="radio",
                    name="colours",
                    value=mode,
                    checked=color_mode == mode,
                    on_change=set_color_mode(mode),
                ),
                rx.el.span(icon(sign, size=18), words, class_name="row"),
                class_name="segment",
            )
            for mode, words, sign in MODES
        ],
        class_name="segmented",
    )
