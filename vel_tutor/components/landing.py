"""What the front page is made of."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel

HEADLINE = ("Practise a little. ", "Challenge a friend. ", "Both of you get better.")
PROMISES = (
    (
        "lightbulb",
        "honey",
        "Wrong answers teach you",
        "Pick a wrong one and you see why it looked right, and every step to the right one.",
    ),
    (
        "swords",
        "grape",
        "Friends play first",
        "Your challenge link opens on the first question. Signing up can wait until they have won.",
    ),
    (
        "shield-check",
        "mint",
        "Parents hold the switches",
        "Under 13, nothing opens before a parent says yes. No photos, no last names.",
    ),
)
STEPS = (
    ("Practise", "Five questions in math, reading or science, at your grade."),
    ("See your score", "With your time, your level, and what to look at next."),
    ("Challenge a friend", "They get the same kind of questions. You both earn a streak shield."),
)


def hero() -> rx.Component:
    """The first screen: what this is, and the two ways in."""
    return rx.el.section(
        rx.el.div(
            rx.el.div(
                rx.el.h1(*[rx.el.span(line) for line in HEADLINE]),
                rx.el.p(
                    "Short sets of math, reading and science questions that tell you why, "
                    "and a link that lets a friend try to beat you.",
                    class_name="hero-words",
                ),
                rx.el.div(
                    kit.link_button("Start practising", href=routes.SIGN_UP),
                    kit.link_button("I have an account", href=routes.SIGN_IN, kind="quiet"),
                    class_name="row",
                ),
                class_name="hero-left",
            ),
            rx.el.div(vel("cheer", size=280), class_name="hero-vel"),
            class_name="hero-in",
        ),
        sea(),
        class_name="hero",
    )


def sea() -> rx.Component:
    """Three waves across the whole width."""
    waves = (
        ("M0 34c120-36 240-36 360 0s240 36 360 0 240-36 360 0 240 36 360 0v106H0z", 1),
        ("M0 62c120 30 240 30 360 0s240-30 360 0 240 30 360 0 240-30 360 0v78H0z", 2),
        ("M0 96c140-26 280-26 420 0s280 26 420 0 280-26 420 0 140 16 180 8v36H0z", 3),
    )
    return rx.el.svg(
        *[
            rx.el.path(d=outline, custom_attrs={"fill": f"var(--sea-{depth})"})
            for outline, depth in waves
        ],
        view_box="0 0 1440 140",
        preserve_aspect_ratio="none",
        class_name="sea",
        custom_attrs={"aria-hidden": "true", "focusable": "false"},
    )


def try_it(sample: rx.Component) -> rx.Component:
    """A real question, right where the waves end."""
    return rx.el.div(
        rx.el.div(
            rx.el.div(
                rx.el.h2("Even a wrong answer gets you somewhere"),
                rx.el.p(
                    "This is one of our real questions. Try a wrong answer first and see what it "
                    "tells you."
                ),
                class_name="shore-words",
            ),
            sample,
            class_name="shore-in",
        ),
        class_name="shore",
    )


def promises() -> rx.Component:
    """Three things that are true of every question and every link."""
    return rx.el.section(
        rx.el.h2("Three promises", class_name="section-title"),
        rx.el.div(
            *[
                rx.el.article(
                    rx.el.span(kit.icon(sign, size=28), class_name="promise-sign", data_tone=tone),
                    rx.el.h3(title),
                    rx.el.p(words, class_name="soft"),
                    class_name="card stack-tight",
                )
                for sign, tone, title, words in PROMISES
            ],
            class_name="grid-3",
        ),
        class_name="section",
    )


def how_it_goes() -> rx.Component:
    """From the first question to a friend, in three steps."""
    return rx.el.section(
        rx.el.h2("How it goes", class_name="section-title"),
        rx.el.ol(
            *[
                rx.el.li(
                    rx.el.span(str(number), class_name="step-number", aria_hidden=True),
                    rx.el.div(
                        rx.el.h3(title), rx.el.p(words, class_name="soft"), class_name="stack-tight"
                    ),
                    class_name="step",
                )
                for number, (title, words) in enumerate(STEPS, start=1)
            ],
            class_name="grid-3",
        ),
        class_name="section",
    )


def last_call() -> rx.Component:
    """The way in once more, at the end."""
    return rx.el.section(
        vel("idle", size=132),
        rx.el.h2("Ready when you are"),
        rx.el.p("Five questions take a few minutes.", class_name="soft"),
        kit.link_button("Start practising", href=routes.SIGN_UP),
        class_name="section last-call",
    )
