"""What just happened, what is missing, what went wrong, what is on its way."""

from typing import Any, Literal

import reflex as rx

from vel_tutor.components.kit.buttons import button, icon_button, link_button
from vel_tutor.components.kit.marks import icon
from vel_tutor.components.kit.words import Child, Deed, Words, announcement
from vel_tutor.components.mascot import Mood, vel
from vel_tutor.components.react.confetti import burst

SheetTone = Literal["mint", "coral", "honey"]


def sheet(
    *children: Child,
    title: Words,
    tone: SheetTone | rx.Var[str],
    action: Words,
    on_action: Deed,
) -> rx.Component:
    """Rises from below after an answer; the focus goes to its one button, which reads it out.

    Put it in an `rx.cond`: the focus moves when it appears. Give the page below
    `class_name="under-sheet"` so that nothing hides behind it.

    Args:
        tone: mint (right), coral (not right), honey (try again).
        action: what the button says, such as "Continue".
    """
    sign = rx.match(
        tone,
        ("mint", icon("circle-check", size=28)),
        ("coral", icon("circle-x", size=28)),
        icon("lightbulb", size=28),
    )
    return rx.el.section(
        rx.el.div(
            rx.el.h2(sign, rx.el.span(title), id="sheet-title", class_name="sheet-title"),
            rx.el.div(*children, id="sheet-words", class_name="stack-tight"),
            rx.el.div(
                button(
                    action,
                    kind="primary",
                    size="wide",
                    on_click=on_action,
                    auto_focus=True,
                    aria_describedby="sheet-title sheet-words",
                ),
                class_name="sheet-foot",
            ),
            class_name="sheet-in",
        ),
        class_name="sheet",
        data_tone=tone,
        aria_labelledby="sheet-title",
    )


def notices(words: Words, tone: Words, number: rx.Var[int], *, on_dismiss: Deed) -> rx.Component:
    """The one place for passing words. Info and success leave by themselves after 8 seconds.

    Args:
        number: grows with each notice, so that the same words said twice are shown twice.
    """
    sign = rx.match(
        tone,
        ("success", icon("circle-check", size=22)),
        ("warning", icon("triangle-alert", size=22)),
        ("error", icon("circle-alert", size=22)),
        icon("info", size=22),
    )
    return rx.el.div(
        announcement(words),
        rx.cond(
            words,
            rx.el.div(
                sign,
                rx.el.p(words, class_name="notice-words"),
                icon_button("x", "Close this message", on_click=on_dismiss),
                class_name="notice",
                data_tone=tone,
                key=number.to(str),
            ),
        ),
        class_name="notices",
    )


def empty_state(words: Words, *actions: Child, mood: Mood = "idle") -> rx.Component:
    """Nothing here yet: Vel, one sentence, one action."""
    return rx.el.div(
        vel(mood, size=112),
        rx.el.p(words, class_name="blank-words"),
        *actions,
        class_name="blank",
    )


def error_state(words: Words, *, on_retry: Deed | None = None, action: Child = "") -> rx.Component:
    """It did not work: what happened, what to do, and a way to try again."""
    again = (
        button("Try again", kind="quiet", icon="rotate-cw", on_click=on_retry)
        if on_retry is not None
        else action
    )
    return rx.el.div(
        vel("worried", size=112),
        rx.el.p(words, class_name="blank-words"),
        again,
        class_name="blank",
        role="alert",
    )


def skeleton(
    kind: Literal["line", "title", "tile", "ring"] = "line", count: int = 1
) -> rx.Component:
    """The shape of what is on its way. Wrap the whole in `loading`."""
    return rx.el.div(
        *[rx.el.div(class_name=f"bone bone-{kind}") for _ in range(count)],
        class_name="stack-tight",
        aria_hidden=True,
    )


def loading(*skeletons: Child, label: str = "Loading") -> rx.Component:
    """Skeletons, and the word for those who cannot see them.

    Whatever keeps the page from coming, a lost connection, a server that is away, an answer that
    was refused: after ten seconds the stylesheet offers to open it again, so nobody waits for good.
    """
    return rx.el.div(
        announcement(label), *skeletons, _long_wait(), class_name="stack", aria_busy=True
    )


def _long_wait() -> rx.Component:
    return rx.el.div(
        vel("think", size=72),
        rx.el.p("This takes longer than usual. Check your connection, or open the page again."),
        link_button("Open it again", href="", kind="quiet", native=True, icon="rotate-cw"),
        class_name="blank long-wait",
    )


def confetti(shown: bool | rx.Var[bool]) -> rx.Component:
    """A burst when `shown` becomes true; nothing under reduced motion. Say it in words too."""
    return rx.cond(shown, rx.el.div(burst(), aria_hidden=True))


def ready(is_ready: rx.Var[bool], full: rx.Component, *skeletons: Any) -> rx.Component:
    """`full` once `is_ready`, until then the skeletons: nobody sees a half-true page."""
    return rx.cond(is_ready, full, loading(*skeletons))


def arrivals(
    count: rx.Var[str], *, are_some: rx.Var[bool], said: str, on_show: Deed
) -> rx.Component:
    """How many lines wait that are not on show; pressed, they come. Nothing moves before.

    Args:
        said: what follows the count when it is read aloud.
    """
    return rx.fragment(
        rx.cond(
            are_some,
            rx.el.button(
                icon("arrow-up", size=18),
                rx.el.span(count, " new"),
                type="button",
                on_click=on_show,
                class_name="arrivals",
            ),
        ),
        announcement(rx.cond(are_some, count.to(str) + f" new {said}", "")),
    )
