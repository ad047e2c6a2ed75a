"""Radix's headless dialog: focus moves in, stays in, and returns."""

import reflex as rx

LIBRARY = "@radix-ui/react-dialog@1.3.1"


def _changed(is_open: rx.Var[bool]) -> tuple[rx.Var[bool]]:
    return (is_open,)


class DialogPart(rx.Component):
    library = LIBRARY


class DialogRoot(DialogPart):
    tag = "Root"
    alias = "DialogRoot"

    open: rx.Var[bool]
    on_open_change: rx.EventHandler[_changed]


class DialogPortal(DialogPart):
    tag = "Portal"
    alias = "DialogPortal"


class DialogOverlay(DialogPart):
    tag = "Overlay"
    alias = "DialogOverlay"


class DialogContent(DialogPart):
    tag = "Content"
    alias = "DialogContent"

    on_close_auto_focus: rx.EventHandler[rx.event.no_args_event_spec]


class DialogTitle(DialogPart):
    tag = "Title"
    alias = "DialogTitle"


class DialogDescription(DialogPart):
    tag = "Description"
    alias = "DialogDescription"
