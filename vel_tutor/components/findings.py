"""What a diagnostic found: the score with its band, areas, the map of skills, what to do next."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.written import drawn
from vel_tutor.domain.diagnostics.views import (
    AreaView,
    NextStepView,
    ResultsView,
    SkillView,
    StrengthView,
)

Results = ObjectVar[ResultsView]
SCALE_FROM, SCALE_TO = 150, 750
"""What the line of scale scores shows; scores beyond stand at its ends."""


def verdict(results: Results) -> rx.Component:
    """The score, how sure it is, what it means, and with whom it is compared."""
    return rx.el.section(
        rx.el.div(
            rx.cond(results.is_low_effort, vel("worried", size=72), vel("cheer", size=72)),
            rx.el.div(
                rx.el.h1(results.headline),
                rx.el.p(results.title, " · ", results.on, class_name="soft"),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        rx.el.div(
            kit.ring(
                results.domain_percent,
                label=results.domain_words,
                caption=results.grade_words,
            ),
            rx.el.div(
                rx.el.p(results.domain_words),
                _scale(results),
                rx.cond(results.percentile_words, _percentile(results)),
                rx.cond(results.change, rx.el.p(results.change, class_name="soft")),
                class_name="stack score-facts",
            ),
            class_name="score-row",
        ),
        class_name="card stack",
        data_subject=results.subject,
    )


def _scale(results: Results) -> rx.Component:
    """The scale score on its line, with the band in which the true one likely lies."""
    return rx.el.div(
        rx.el.div(
            rx.el.span(results.scale, class_name="big-number"),
            rx.el.span("scale score", class_name="soft small"),
            class_name="row",
        ),
        rx.el.div(
            rx.el.div(class_name="scale-track"),
            rx.el.div(class_name="scale-band"),
            rx.el.div(class_name="scale-dot"),
            rx.el.div(
                rx.el.span(str(SCALE_FROM)), rx.el.span(str(SCALE_TO)), class_name="scale-ends"
            ),
            class_name="scale-line",
            aria_hidden=True,
            data_at=results.scale,  # a state met only within a style would not be fetched
            custom_attrs={
                "style": {
                    "--low": _on_line(results.scale_low),
                    "--high": _on_line(results.scale_high),
                    "--at": _on_line(results.scale),
                }
            },
        ),
        rx.el.p(results.scale_words, class_name="soft small"),
        class_name="stack-tight",
    )


def _on_line(scale: rx.Var[int]) -> rx.Var[float]:
    """Where on the line a score stands, 0..100."""
    place = (scale.to(int) - SCALE_FROM) * (100 / (SCALE_TO - SCALE_FROM))
    return rx.cond(place < 0, 0, rx.cond(place > 100, 100, place)).to(float)


def _percentile(results: Results) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.strong(results.percentile_words),
            rx.cond(results.is_provisional, kit.pill("provisional", tone="honey")),
            class_name="row",
        ),
        rx.el.p(results.group, class_name="soft small"),
        class_name="stack-tight",
    )


def low_effort(results: Results) -> rx.Component:
    """Many answers came too fast to be read: say so kindly, and offer another go."""
    return rx.cond(
        results.is_low_effort,
        kit.card(
            rx.el.h2("This may not show what you know"),
            rx.el.p(results.effort_words),
            kit.link_button("Take it again", href=routes.DIAGNOSTIC, icon="rotate-ccw"),
        ),
    )


def next_steps(results: Results) -> rx.Component:
    """Three things to do, each with a deck behind it; whose words these are stands below."""
    return rx.el.section(
        rx.el.h2("What to do next"),
        rx.cond(results.advice, rx.el.p(results.advice)),
        rx.foreach(results.next_steps, _next_step),
        rx.el.p(results.advice_by, class_name="soft small"),
        class_name="stack",
    )


def _next_step(step: ObjectVar[NextStepView]) -> rx.Component:
    def tile(sign: str) -> rx.Component:
        return kit.tile(step.name, step.why, sign=sign, subject=step.subject, href=step.path)

    return rx.fragment(
        rx.match(
            step.kind,
            ("gap", tile("wrench")),
            ("ready", tile("arrow-up-right")),
            tile("badge-check"),
        ),
        key=step.path,
    )


def areas(results: Results) -> rx.Component:
    """Each area with a bar and what it rests on."""
    return kit.card(
        rx.el.h2("Area by area"),
        rx.el.ul(rx.foreach(results.areas, _area), class_name="stack"),
    )


def _area(area: ObjectVar[AreaView]) -> rx.Component:
    return rx.el.li(
        rx.el.strong(area.name),
        rx.cond(
            area.percent.to(int) >= 0,
            rx.el.span(area.percent, "%", class_name="tabular"),
            rx.el.span("not known yet", class_name="soft small"),
        ),
        rx.cond(
            area.percent.to(int) >= 0,
            kit.progress(area.percent, label=area.words, tone="mint"),
        ),
        rx.el.span(area.words, class_name="soft small"),
        class_name="area-row",
    )


def skill_map(results: Results, narrow: rx.Var[str], wide: rx.Var[str]) -> rx.Component:
    """The map of skills, its key, and the same as a table."""
    return kit.card(
        rx.el.h2("Your skill map"),
        rx.el.p(
            "Each cell is a skill. Press one to practise it.",
            class_name="soft small",
        ),
        rx.el.div(drawn(narrow), class_name="heat-narrow"),
        rx.el.div(drawn(wide), class_name="heat-wide"),
        _key(),
        rx.el.details(
            rx.el.summary(kit.icon("chevron-right", size=18), "Show it as a table"),
            kit.table(
                ("Skill", "Area", "What we know"),
                rx.foreach(results.skills, _skill_row),
                caption="All skills of this map",
            ),
            class_name="worked",
        ),
    )


def _key() -> rx.Component:
    meanings = (
        ("3", "80% and more"),
        ("2", "60 to 79%"),
        ("1", "40 to 59%"),
        ("0", "under 40%"),
        ("hatch", "~ worked out from other skills"),
        ("none", "? not known yet"),
    )
    return rx.el.ul(
        *[
            rx.el.li(rx.el.span(class_name="heat-dot", data_step=step, aria_hidden=True), meaning)
            for step, meaning in meanings
        ],
        class_name="heat-key",
        aria_label="What the cells mean",
    )


def _skill_row(skill: ObjectVar[SkillView]) -> rx.Component:
    return rx.el.tr(rx.el.th(skill.name, scope="row"), rx.el.td(skill.area), rx.el.td(skill.words))


def strengths(results: Results) -> rx.Component:
    """What went well."""
    return rx.cond(
        results.strengths.length() > 0,
        kit.card(
            rx.el.h2("Your strengths"),
            rx.el.ul(rx.foreach(results.strengths, _strength), class_name="stack-tight"),
        ),
    )


def _strength(strength: ObjectVar[StrengthView]) -> rx.Component:
    return rx.el.li(
        kit.icon("badge-check", size=22, class_name="went-right"),
        rx.el.span(rx.el.strong(strength.name), " · ", strength.words),
        class_name="strength",
    )


def about_scores(results: Results) -> rx.Component:
    """What the numbers are and are not."""
    return rx.el.details(
        rx.el.summary(kit.icon("chevron-right", size=18), "How these numbers are made"),
        rx.el.ul(
            rx.el.li(
                "The test picks each question by your answers so far, so getting about half of "
                "them right is normal. That is why we do not show how many were right."
            ),
            rx.el.li(
                "The percentage says how much of all the work of this grade you can be expected "
                "to get right."
            ),
            rx.el.li(
                "The scale score is one scale for all grades. Two of three times the true score "
                "lies within the band."
            ),
            rx.el.li(
                "It rests on ",
                results.answered,
                " answers in ",
                results.minutes,
                " minutes; ",
                results.unknown,
                " times you said “I don't know”.",
            ),
            class_name="stack-tight",
        ),
        class_name="worked small",
    )


def other_ways(whose: rx.Var[str], *, on_cards: Deed) -> rx.Component:
    """Quiet ways on; cards are for the learner alone, not for whoever looks on."""
    return rx.el.div(
        rx.cond(
            whose == "",
            kit.button("Flashcards of my gaps", kind="quiet", icon="layers", on_click=on_cards),
        ),
        kit.link_button("Another test", kind="quiet", href=routes.DIAGNOSTIC),
        kit.link_button("Practise something else", kind="quiet", href=routes.PRACTICE),
        class_name="next-row",
    )
