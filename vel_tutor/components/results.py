"""How a deck went: the score, what it earned, and every question again."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.question import Steps, worked_steps
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.practice.views import AnsweredView, LevelView, ResultsView, XpLineView

Results = ObjectVar[ResultsView]


def score(results: Results) -> rx.Component:
    """The ring that fills and counts up once, and one true sentence."""
    return rx.el.section(
        rx.el.div(
            rx.cond(results.percent.to(int) >= 80, vel("cheer", size=72), vel("idle", size=72)),
            rx.el.div(
                rx.el.h1(results.headline),
                rx.el.p(results.title, class_name="soft"),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        rx.el.div(
            kit.ring(
                results.percent,
                label=results.correct.to(str) + " of " + results.size.to(str) + " right",
                caption=results.correct.to(str) + " of " + results.size.to(str),
            ),
            rx.el.div(
                kit.stat(
                    results.unaided.to(str) + " of " + results.size.to(str),
                    "right without a hint",
                    sign=_sign("target"),
                ),
                kit.stat(
                    results.spent,
                    "this usually takes " + results.expected.to(str),
                    sign=_sign("timer"),
                ),
                kit.stat(
                    rx.cond(
                        results.streak == 1,
                        "1 day",
                        results.streak.to(str) + " days",
                    ),
                    "in a row",
                    sign=kit.flame_icon(size=28),
                ),
                class_name="stack score-facts",
            ),
            class_name="score-row",
        ),
        class_name="card stack",
        data_subject=results.subject,
    )


def _sign(name: str) -> rx.Component:
    return kit.icon(name, size=28, class_name="soft")


def earned(results: Results) -> rx.Component:
    """XP by cause; when it is less than it could be, why."""
    return kit.card(
        rx.el.div(
            rx.el.h2("XP earned"),
            kit.pill(kit.xp_icon(size=18), "+", results.xp, " XP", tone="honey"),
            class_name="row-spread",
        ),
        rx.cond(
            results.xp_lines.length() > 0,
            rx.el.ul(rx.foreach(results.xp_lines, _xp_line), class_name="xp-lines"),
        ),
        rx.cond(results.xp_note, rx.el.p(results.xp_note, class_name="soft small")),
        rx.el.div(
            rx.el.span("Level ", results.level, class_name="tabular"),
            kit.progress(results.level_percent, label="Way to the next level", tone="honey"),
            class_name="level-line",
        ),
    )


def skill_levels(results: Results) -> rx.Component:
    """The skills of the deck, the weakest first, each as a word and a bar."""
    return rx.cond(
        results.skills.length() > 0,
        kit.card(
            rx.el.h2("Your skills now"),
            rx.el.ul(rx.foreach(results.skills, _skill_level), class_name="stack-tight"),
        ),
    )


def _skill_level(level: ObjectVar[LevelView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(level.name, class_name="level-name"),
        kit.progress(level.percent, label=level.name.to(str) + ", skill level", tone="mint"),
        rx.el.span(level.words, class_name="soft small"),
        class_name="level-row",
    )


def _xp_line(line: ObjectVar[XpLineView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(line.words), rx.el.strong("+", line.amount, " XP", class_name="tabular")
    )


def what_next(results: Results, *, on_again: Deed, share: rx.Component) -> rx.Component:
    """One main thing to do, and quiet ones: challenge a friend, go again, go elsewhere.

    Args:
        share: the main call: challenging a friend with this score.
    """
    return rx.el.section(
        share,
        rx.el.div(
            kit.button("Practise again", kind="quiet", on_click=on_again),
            kit.link_button("New topic", kind="quiet", href=routes.PRACTICE),
            class_name="next-row",
        ),
        rx.cond(
            results.advice.skill,
            kit.tile(
                "Next: " + results.advice.skill.to(str),
                results.advice.words,
                sign="compass",
                subject=results.subject,
                href=results.advice.path,
            ),
        ),
        class_name="stack",
        aria_label="What next",
    )


def every_question(results: Results) -> rx.Component:
    """Each question again: yours, the right one, why, and the way there."""
    return rx.el.section(
        rx.el.h2("Question by question"),
        rx.foreach(results.questions, lambda one: _answered(one, results.session_id)),
        class_name="stack-tight",
    )


def _answered(one: ObjectVar[AnsweredView], session_id: rx.Var[str]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.cond(
                one.right,
                rx.el.span(
                    kit.icon("circle-check", size=24),
                    kit.visually_hidden("Right"),
                    class_name="went went-right",
                ),
                rx.el.span(
                    kit.icon("circle-x", size=24),
                    kit.visually_hidden("Not right"),
                    class_name="went went-wrong",
                ),
            ),
            rx.el.span(
                rx.el.span(one.number, ". ", written(one.html), class_name="answered-stem"),
                rx.el.span(
                    one.spent,
                    ", ",
                    one.usual,
                    rx.cond(one.pace, rx.fragment(" · ", one.pace)),
                    rx.cond(one.help, rx.fragment(" · ", one.help)),
                    class_name="soft small tabular",
                ),
                class_name="answered-words",
            ),
            kit.icon("chevron-down", size=20, class_name="soft fold"),
        ),
        rx.el.div(
            rx.el.p(one.skill, class_name="soft small"),
            rx.cond(one.passage, passage(one.passage)),
            rx.cond(one.figure, drawn(one.figure)),
            rx.el.dl(
                rx.cond(
                    one.yours,
                    rx.el.div(rx.el.dt("Your answer"), rx.el.dd(written(one.yours))),
                ),
                rx.cond(
                    ~one.right,
                    rx.el.div(rx.el.dt("Right answer"), rx.el.dd(written(one.key))),
                ),
                class_name="answers",
            ),
            rx.cond(one.feedback, rx.el.p(written(one.feedback))),
            worked_steps(one.steps.to(Steps), is_open=True),
            rx.cond(
                ~one.right,
                kit.link_button(
                    "Ask the tutor",
                    kit.visually_hidden(" about question ", one.number),
                    href=routes.coach_question(session_id, one.number),
                    kind="quiet",
                    size="small",
                    icon="message-circle",
                ),
            ),
            class_name="stack answered-more",
        ),
        class_name="card-flat answered",
        open=~one.right,
        key=rx.Var.create(f"{session_id}-{one.number}"),
    )
