"""The design system: every other component and page is built from these.

Use it as `from vel_tutor.components import kit` and `kit.button("Check", submit=True)`.
`docs/kit.md` shows each part with an example.
"""

from vel_tutor.components.kit.buttons import (
    button,
    icon_button,
    icon_link,
    link,
    link_button,
)
from vel_tutor.components.kit.choices import choice, choices
from vel_tutor.components.kit.feedback import (
    arrivals,
    confetti,
    empty_state,
    error_state,
    loading,
    notices,
    ready,
    sheet,
    skeleton,
)
from vel_tutor.components.kit.forms import (
    NativeForm,
    field,
    form,
    form_error,
    native_form,
    password_field,
    select_field,
    switch,
    text_field,
)
from vel_tutor.components.kit.marks import (
    avatar,
    flame_icon,
    icon,
    pill,
    shield_icon,
    tally,
    xp_icon,
)
from vel_tutor.components.kit.measures import progress, ring
from vel_tutor.components.kit.overlays import dialog, segmented, tabs
from vel_tutor.components.kit.surfaces import card, stat, table, tile
from vel_tutor.components.kit.theme import theme_switch
from vel_tutor.components.kit.words import announcement, skip_link, visually_hidden

__all__ = [
    "NativeForm",
    "announcement",
    "arrivals",
    "avatar",
    "button",
    "card",
    "choice",
    "choices",
    "confetti",
    "dialog",
    "empty_state",
    "error_state",
    "field",
    "flame_icon",
    "form",
    "form_error",
    "icon",
    "icon_button",
    "icon_link",
    "link",
    "link_button",
    "loading",
    "native_form",
    "notices",
    "password_field",
    "pill",
    "progress",
    "ready",
    "ring",
    "segmented",
    "select_field",
    "sheet",
    "shield_icon",
    "skeleton",
    "skip_link",
    "stat",
    "switch",
    "table",
    "tabs",
    "tally",
    "text_field",
    "theme_switch",
    "tile",
    "visually_hidden",
    "xp_icon",
]
