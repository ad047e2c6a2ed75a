"""Radix's headless dialog: focus moves in and stays in.

It returns only to a trigger of Radix's own, which none of our dialogs has: the server opens them.
So the browser remembers what had the focus outside of any dialog.
"""

import reflex as rx
from reflex.vars import FunctionStringVar
from reflex_base.vars.function import ArgsFunctionOperation

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


_LAST = "window.lastOutside"
_IS_OUTSIDE = "!moved.target.closest('[role=dialog]')"
_TO_NOBODY = "!moved.relatedTarget"


def remember_focus() -> rx.event.EventSpec:
    """Remember what has the focus outside of dialogs, until it loses it to nothing else."""
    gets = rx.Var(f"{_IS_OUTSIDE} && ({_LAST} = moved.target)")
    loses = rx.Var(f"{_IS_OUTSIDE} && {_TO_NOBODY} && ({_LAST} = null)")
    return rx.run_script(rx.Var(f"({_listen('focusin', gets)!s}, {_listen('focusout', loses)!s})"))


def _listen(kind: str, deed: rx.Var[str]) -> rx.Var[str]:
    heard = ArgsFunctionOperation.create(("moved",), deed)
    return FunctionStringVar.create("document.addEventListener").call(kind, heard)


def return_focus() -> rx.event.EventSpec:
    """Give the focus back to what had it; where that has gone meanwhile, to the content."""
    had = f"({_LAST}?.isConnected ? {_LAST} : document.getElementById('main'))"
    return rx.run_script(rx.Var(f"{_LAST} && {had}?.focus()"))
