"""The shelf: decks as tiles, what is due, the next two weeks, and the choice among term sets."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.flashcards.views import DeckView, ForecastView, LibraryView
from vel_tutor.vocabulary import GRADES

ANY = "any"
SUBJECTS = ((ANY, "All"), ("math", "Math"), ("reading", "Reading"), ("science", "Science"))
_EVERY_DECK = "today"
_SLOT, _BAR, _TALLEST, _BASE = 24, 16, 64, 80
"""Of the forecast, in the units of its drawing."""
_DAYS = 14


def due_card(library: ObjectVar[LibraryView]) -> rx.Component:
    """What waits over all decks, and the way there."""
    due = library.due
    return kit.card(
        rx.el.div(
            rx.el.span(kit.icon("layers", size=26), class_name="tile-icon"),
            rx.el.div(
                rx.el.h2(rx.cond(due.words != "", due.words, "Nothing is due right now")),
                rx.el.p(
                    rx.cond(
                        due.words != "",
                        "Each card comes back just before you would forget it.",
                        "Start a deck below, or come back when cards are due.",
                    ),
                    class_name="soft small",
                ),
                class_name="tile-words",
            ),
            class_name="stat",
        ),
        rx.cond(
            due.words != "",
            kit.link_button(
                "Study now", href=routes.card_deck(_EVERY_DECK), icon="play", size="wide"
            ),
        ),
    )


def deck_tile(deck: ObjectVar[DeckView]) -> rx.Component:
    """A deck somebody has begun: what waits, and how much is mastered."""
    return rx.el.article(
        rx.el.a(
            rx.el.span(kit.icon("layers", size=24), class_name="tile-icon"),
            rx.el.span(
                rx.el.strong(deck.title),
                rx.el.span(
                    deck.mastered, " of ", deck.cards, " mastered", class_name="soft small tabular"
                ),
                kit.progress(deck.percent.to(int), label="Cards mastered", tone="mint"),
                class_name="tile-words",
            ),
            _waits(deck),
            href=routes.card_deck(deck.slug),
            class_name="deck-study",
        ),
        rx.el.a(
            kit.icon("list", size=22),
            kit.visually_hidden("All cards of ", deck.title),
            href=routes.card_list(deck.slug),
            class_name="icon-btn",
        ),
        class_name="card deck",
        data_subject=deck.subject,
        key=deck.slug,
    )


def _waits(deck: ObjectVar[DeckView]) -> rx.Component:
    return rx.cond(
        deck.due.to(int) > 0,
        kit.pill(rx.el.span(deck.due, class_name="tabular"), " due", tone="coral"),
        rx.cond(
            deck.new.to(int) > 0,
            kit.pill(rx.el.span(deck.new, class_name="tabular"), " new", tone="grape"),
        ),
    )


def set_tile(deck: ObjectVar[DeckView]) -> rx.Component:
    """A term set to begin."""
    return rx.el.a(
        rx.el.span(kit.icon("layers", size=24), class_name="tile-icon"),
        rx.el.span(
            rx.el.strong(deck.title),
            rx.el.span(
                deck.cards,
                " cards, ",
                rx.match(deck.grade, *((grade, name) for grade, name in GRADES.items()), ""),
                class_name="soft small",
            ),
            class_name="tile-words",
        ),
        kit.icon("chevron-right", size=22, class_name="soft"),
        href=routes.card_list(deck.slug),
        data_subject=deck.subject,
        class_name="card card-link tile",
        key=deck.slug,
    )


def filters(
    search: rx.Var[str],
    subject: rx.Var[str],
    grade: rx.Var[str],
    *,
    on_search: Any,
    on_subject: Any,
    on_grade: Any,
) -> rx.Component:
    """Which term sets to show."""
    return rx.el.div(
        kit.field(
            "Search",
            rx.el.input(
                type="search",
                id="field-deck-search",
                class_name="input",
                placeholder="Fractions, cells, prefixes ...",
                default_value=search,
                max_length=60,
                on_change=on_search.debounce(250),
            ),
            name="deck-search",
        ),
        kit.segmented(
            SUBJECTS, name="deck-subject", legend="Subject", value=subject, on_change=on_subject
        ),
        kit.select_field(
            "Grade",
            name="deck-grade",
            options=[(ANY, "All grades"), *((str(one), name) for one, name in GRADES.items())],
            value=grade,
            on_change=on_grade,
        ),
        class_name="deck-filters",
        role="search",
    )


def forecast(library: ObjectVar[LibraryView]) -> rx.Component:
    """Cards that come back on each of the next days: as bars, and as a table."""
    days = library.forecast
    return rx.el.section(
        rx.el.h2("The next two weeks"),
        rx.el.figure(
            rx.el.svg(
                rx.foreach(days, _bar),
                view_box=f"0 0 {_DAYS * _SLOT} 104",
                role="img",
                custom_attrs={"aria-label": "Cards that come back on each of the next 14 days"},
                class_name="forecast",
            ),
            rx.el.details(
                rx.el.summary(kit.icon("chevron-right", size=18), "As a table", class_name="small"),
                kit.table(
                    ("Day", "Cards"),
                    rx.foreach(days, lambda one: rx.el.tr(rx.el.td(one.day), rx.el.td(one.count))),
                    caption="Cards that come back in the next 14 days",
                ),
                class_name="worked",
            ),
            class_name="card stack-tight",
        ),
        class_name="stack",
    )


def _bar(day: ObjectVar[ForecastView], place: rx.Var[int]) -> rx.Component:
    left = place.to(int) * _SLOT
    tall = day.percent.to(int) * _TALLEST / 100
    middle = left + _SLOT // 2
    return rx.el.g(
        rx.el.rect(
            x=(left + (_SLOT - _BAR) // 2).to(str),
            y=(_BASE - tall).to(str),
            width=_BAR,
            height=tall.to(str),
            rx=3,
            class_name="forecast-bar",
        ),
        rx.cond(
            day.count.to(int) > 0,
            rx.el.text(
                day.count.to(str),
                x=middle.to(str),
                y=(_BASE - 4 - tall).to(str),
                text_anchor="middle",
                class_name="forecast-count",
            ),
        ),
        rx.el.text(
            day.name,
            x=middle.to(str),
            y=97,
            text_anchor="middle",
            class_name="forecast-day",
        ),
    )


def limits_form(library: ObjectVar[LibraryView], *, on_save: Deed) -> rx.Component:
    """How much one wants to do a day."""
    limits = library.limits
    return rx.el.details(
        rx.el.summary(kit.icon("chevron-right", size=18), "How much a day"),
        kit.form(
            kit.text_field(
                "New cards a day",
                name="new_a_day",
                kind="number",
                hint="0 to 50. Each new card comes back several times.",
                default_value=limits.new_a_day.to(str),
                custom_attrs={"min": 0, "max": 50, "inputMode": "numeric"},
            ),
            kit.text_field(
                "Reviews a day",
                name="reviews_a_day",
                kind="number",
                hint="10 to 500.",
                default_value=limits.reviews_a_day.to(str),
                custom_attrs={"min": 10, "max": 500, "inputMode": "numeric"},
            ),
            kit.button("Save", submit=True, kind="quiet"),
            on_submit=on_save,
            key=limits.new_a_day.to(str) + "-" + limits.reviews_a_day.to(str),
        ),
        class_name="worked card",
    )


def new_deck_form(*, on_create: Deed, on_cancel: Deed) -> rx.Component:
    """A name and a subject; the cards come next."""
    return kit.card(
        rx.el.h2("A deck of your own"),
        kit.form(
            kit.text_field(
                "Name",
                name="title",
                hint="Only you see it.",
                max_length=60,
                auto_focus=True,
                auto_complete="off",
            ),
            kit.select_field("Subject", name="subject", options=SUBJECTS[1:]),
            rx.el.div(
                kit.button("Make the deck", submit=True),
                kit.button("Cancel", kind="quiet", on_click=on_cancel),
                class_name="row",
            ),
            on_submit=on_create,
        ),
    )


def gone_deck(deck: ObjectVar[DeckView], *, on_put_back: Any) -> rx.Component:
    """What has just been deleted, and the way back."""
    return rx.cond(
        deck.deck_id != "",
        rx.el.div(
            rx.el.p("Deleted: ", rx.el.strong(deck.title)),
            kit.button(
                "Put it back",
                kind="quiet",
                size="small",
                icon="undo-2",
                on_click=on_put_back(deck.deck_id),
            ),
            class_name="card-flat row-spread",
            role="status",
        ),
    )
