"""Classes of one subject: open to look at, a seat for a class pass."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import classes as parts
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.classes import SamplerState

SAMPLER = SamplerState.sampler
PASSES = SAMPLER.passes.to(int)


def class_sample() -> rx.Component:
    return frame.plain(
        kit.ready(
            SAMPLER.subject != "",
            rx.el.div(
                rx.el.h1(SAMPLER.title, "es"),
                rx.el.p(
                    "Small groups with a tutor, live on video. One seat costs one class pass.",
                    class_name="soft",
                ),
                _subjects(),
                rx.cond(SAMPLER.is_parent, _parent()),
                rx.cond(SAMPLER.is_guest, _guest()),
                parts.class_list(
                    SAMPLER.classes,
                    kit.empty_state("No classes planned yet. Look in again soon."),
                    may_book=SAMPLER.is_parent & (PASSES > 0) & (SamplerState.child != ""),
                    on_book=SamplerState.book,
                ),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 3),
        ),
        home=routes.TODAY,
    )


def _subjects() -> rx.Component:
    return rx.el.nav(
        *[
            kit.link(
                words,
                href=routes.class_sample(subject),
                native=True,
                class_name="segment",
                aria_current=rx.cond(SAMPLER.subject == subject, "page", "false"),
            )
            for subject, words in (("math", "Math"), ("reading", "Reading"), ("science", "Science"))
        ],
        class_name="segmented",
        aria_label="Subjects",
    )


def _parent() -> rx.Component:
    return rx.cond(
        PASSES > 0,
        rx.el.div(
            rx.el.p(
                "You have ",
                rx.el.strong(PASSES),
                rx.cond(PASSES == 1, " class pass.", " class passes."),
            ),
            parts.child_choice(
                SAMPLER.children, value=SamplerState.child, on_change=SamplerState.choose
            ),
            class_name="stack",
        ),
        rx.el.p(
            "You have no class pass. ",
            kit.link("How to get one", href=routes.PASSES),
        ),
    )


def _guest() -> rx.Component:
    return kit.card(
        rx.el.p("Parents get a pass for each family they bring."),
        kit.link_button(
            "Sign up as a parent",
            href=f"{routes.SIGN_UP}?next={routes.NEW_CHILD}",
            icon="user-plus",
        ),
        flat=True,
    )


PAGES = (
    frame.Page(
        draw=class_sample,
        route=routes.CLASS_SAMPLE,
        title="Classes - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, SamplerState.begin),
    ),
)
