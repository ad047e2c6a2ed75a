"""The K-factor page: its filters, its alarms and the headline."""

from collections.abc import Mapping

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.domain.insight.views import (
    AlertView,
    ChoiceView,
    FigureView,
    KScreen,
)
from vel_tutor.vocabulary import CohortSpan, CreditModel, DayCount, LoopKind, Role

_DAYS = (
    ("7", "Last 7 days"),
    ("14", "Last 14 days"),
    ("30", "Last 30 days"),
    ("custom", "From to"),
)
_SPANS = ((CohortSpan.WEEK.value, "Weekly"), (CohortSpan.MONTH.value, "Monthly"))
_MODELS = (
    (CreditModel.LAST.value, "Last touch"),
    (CreditModel.FIRST.value, "First touch"),
    (CreditModel.LINEAR.value, "All touches alike"),
    (CreditModel.DECAY.value, "Later touches more"),
)
_NET = (("1", "Net of fraud"), ("0", "Raw"))
_COUNTING = ((DayCount.HOURS.value, "24 hours each"), (DayCount.CALENDAR.value, "Calendar days"))
_LOOPS: Mapping[str, str] = {
    LoopKind.BUDDY_CHALLENGE: "Buddy challenge",
    LoopKind.RESULTS_RALLY: "Results rally",
    LoopKind.PROUD_PARENT: "Proud parent",
    LoopKind.STREAK_RESCUE: "Streak rescue",
    LoopKind.ACHIEVEMENT: "Achievement spotlight",
}
_PERSONAS: Mapping[str, str] = {
    Role.STUDENT: "Students",
    Role.PARENT: "Parents",
    Role.TUTOR: "Tutors",
}


def filters(
    choice: ObjectVar[ChoiceView], screen: ObjectVar[KScreen], *, on_submit: Deed
) -> rx.Component:
    """What to show; the fields start as the address says."""
    return kit.form(
        kit.select_field("Days", name="days", options=_DAYS, default_value=choice.days),
        _date("From", "since", choice.since),
        _date("To", "until", choice.until),
        kit.select_field("Cohorts", name="cohorts", options=_SPANS, default_value=choice.cohorts),
        kit.select_field("Credit", name="model", options=_MODELS, default_value=choice.model),
        kit.select_field("Fraud", name="net", options=_NET, default_value=choice.net),
        kit.select_field(
            "Coming back", name="counting", options=_COUNTING, default_value=choice.counting
        ),
        rx.cond(
            screen.simulations.length() > 0,
            _simulation(choice.simulation, screen.simulations.to(list[str])),
        ),
        _boxes("Loops", "loop", _LOOPS, choice.loops.to(list[str])),
        _boxes("Who invites", "persona", _PERSONAS, choice.personas.to(list[str])),
        kit.button("Show", submit=True, icon="search", size="small"),
        on_submit=on_submit,
        class_name="staff-filters",
        role="search",
        aria_label="Filters",
        key=choice.query,
    )


def _date(label: str, name: str, value: rx.Var[str]) -> rx.Component:
    return kit.field(
        label,
        rx.el.input(
            type="date", name=name, id=f"field-{name}", default_value=value, class_name="input"
        ),
        name=name,
    )


def _simulation(chosen: rx.Var[str], simulations: ArrayVar[list[str]]) -> rx.Component:
    return kit.select_field(
        "People",
        name="simulation",
        options=rx.fragment(
            rx.el.option("Real people", value=""),
            rx.foreach(
                simulations,
                lambda name: rx.el.option(f"Simulation {name}", value=name, key=name),
            ),
        ),
        default_value=chosen,
    )


def _boxes(
    legend: str, kind: str, words: Mapping[str, str], chosen: ArrayVar[list[str]]
) -> rx.Component:
    """Boxes of which none ticked means all."""
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="field-label"),
        rx.el.div(
            *[
                rx.el.label(
                    rx.el.input(
                        type="checkbox",
                        name=f"{kind}_{one}",
                        value="1",
                        default_checked=(chosen.length() == 0) | chosen.contains(str(one)),
                        class_name="tick",
                    ),
                    said,
                    class_name="tick-row",
                )
                for one, said in words.items()
            ],
            class_name="tick-group",
        ),
        class_name="tick-field",
    )


def alerts(screen: ObjectVar[KScreen]) -> rx.Component:
    """Alarms that are on, and those that were lately."""
    return rx.el.div(
        rx.foreach(screen.alerts, _alert), role="status", class_name="stack-tight", id="alerts"
    )


def _alert(alert: ObjectVar[AlertView]) -> rx.Component:
    return rx.el.p(
        rx.cond(
            alert.tone == "coral",
            kit.icon("triangle-alert", size=20),
            kit.icon("party-popper", size=20),
        ),
        rx.el.span(alert.words, " ", rx.cond(alert.is_on, "", "It is over by now.")),
        class_name="banner",
        data_tone=rx.cond(alert.is_on, alert.tone, "plain"),
    )


def simulated(screen: ObjectVar[KScreen]) -> rx.Component:
    """A mark nobody overlooks that these people do not exist."""
    return rx.cond(
        screen.simulation != "",
        rx.el.p(
            kit.icon("flask-conical", size=20),
            rx.el.span(
                "Simulation ",
                rx.el.strong(screen.simulation),
                ": these people do not exist. No real person is in these figures.",
            ),
            class_name="banner",
            data_tone="honey",
        ),
    )


def headline(screen: ObjectVar[KScreen]) -> rx.Component:
    """K of everything chosen, at both goals, against the targets."""
    return kit.card(
        rx.el.div(
            _figure("K at sign-up", "target 1.20", screen.signup.to(FigureView)),
            _figure("K at first value", "target 1.00", screen.first_value.to(FigureView)),
            rx.el.dl(
                _fact("Active learners (n)", screen.people),
                _fact("Days", screen.period),
                _fact("Credit", screen.model),
                _fact("Figures are", screen.maturity),
                _fact("One cycle, median", screen.cycle),
                class_name="staff-facts",
            ),
            class_name="k-head",
        ),
        rx.el.p(
            rx.cond(
                screen.is_achieved,
                kit.pill(kit.icon("check", size=16), screen.verdict, tone="mint"),
                screen.verdict,
            ),
            rx.cond(screen.outlook != "", rx.el.span(" ", screen.outlook, "."), ""),
        ),
        rx.el.p("Rolled up until ", screen.as_of, ".", class_name="soft small"),
        flat=True,
    )


def _figure(title: str, target: str, figure: ObjectVar[FigureView]) -> rx.Component:
    return rx.el.div(
        rx.el.h2(title, class_name="k-title"),
        rx.cond(
            figure.is_enough,
            rx.fragment(
                rx.el.p(figure.words, class_name="k-value tabular"),
                rx.el.p("95 % interval ", figure.interval, class_name="soft tabular"),
            ),
            rx.el.p(figure.words, class_name="k-none"),
        ),
        rx.el.p(target, class_name="soft small"),
        class_name="k-figure",
    )


def _fact(name: str, value: Child) -> rx.Component:
    return rx.el.div(rx.el.dt(name), rx.el.dd(value))
