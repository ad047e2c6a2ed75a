"""Every card of a deck, what can be done to each, and writing one's own."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.components.study import spotlight_sharing
from vel_tutor.domain.flashcards.views import BrowseView, CardView, SpotlightView


@dataclass(frozen=True)
class CardDeeds:
    """What can be done to a card: handlers that take its id, or a form that holds it."""

    aside: Any
    rest: Any
    back: Any
    help: Deed
    edit: Deed
    delete: Any


def deck_head(view: ObjectVar[BrowseView]) -> rx.Component:
    """What the deck is, how far one is, and the way to study it."""
    deck = view.deck
    return rx.el.header(
        kit.link(
            kit.icon("chevron-left", size=20),
            "All decks",
            href=routes.CARDS,
            class_name="link back-link",
        ),
        rx.el.h1(deck.title),
        rx.cond(view.about != "", rx.el.p(view.about, class_name="soft")),
        rx.cond(
            deck.is_begun,
            rx.el.div(
                kit.progress(deck.percent.to(int), label="Cards mastered", tone="mint"),
                rx.el.p(
                    rx.el.strong(deck.mastered, class_name="tabular"),
                    " mastered, ",
                    rx.el.strong(deck.cards.to(int) - deck.mastered.to(int), class_name="tabular"),
                    " to go",
                    class_name="soft small",
                ),
                class_name="stack-tight",
            ),
        ),
        rx.cond(
            deck.cards.to(int) > 0,
            kit.link_button(
                rx.cond(deck.is_begun, "Study", "Start this deck"),
                href=routes.card_deck(deck.slug),
                icon="play",
                size="wide",
            ),
        ),
        class_name="stack",
    )


def completed(view: ObjectVar[BrowseView]) -> rx.Component:
    """For a deck that has been completed: the honest number, and the picture."""
    spotlight = view.spotlight
    return rx.cond(
        spotlight.deck_id != "",
        kit.card(
            rx.el.h2(kit.icon("trophy", size=24), " Deck complete", class_name="row"),
            rx.el.p(spotlight.words),
            spotlight_sharing(spotlight.to(SpotlightView)),
        ),
    )


def card_list(view: ObjectVar[BrowseView], deeds: CardDeeds) -> rx.Component:
    """All cards, each with where it stands."""
    return rx.el.section(
        rx.el.h2("Cards"),
        rx.cond(
            view.cards.length() > 0,
            rx.el.ul(
                rx.foreach(view.cards, lambda one: _card(one, view.deck.is_begun, deeds)),
                class_name="stack-tight card-list",
            ),
            kit.empty_state("No cards yet. Write the first one above."),
        ),
        class_name="stack",
    )


def _card(card: ObjectVar[CardView], is_begun: rx.Var[bool], deeds: CardDeeds) -> rx.Component:
    return rx.el.li(
        rx.el.details(
            rx.el.summary(
                rx.el.span(rx.html(card.html), class_name="card-line-front"),
                rx.cond(card.is_leech, kit.pill("Keeps slipping", tone="coral")),
                kit.pill(card.state, tone=card.tone.to(str)),
                kit.icon("chevron-down", size=20, class_name="fold soft"),
            ),
            rx.el.div(
                rx.html(card.back, class_name="flip-own"),
                rx.cond(card.comes != "", rx.el.p(card.comes, class_name="soft small")),
                rx.cond(
                    card.memo != "",
                    rx.el.p(kit.icon("pencil", size=18), card.memo, class_name="hint"),
                ),
                rx.cond(is_begun, _deeds(card, deeds)),
                class_name="answered-more stack",
            ),
            class_name="answered",
        ),
        class_name="card-flat",
        key=card.card_id,
    )


def _deeds(card: ObjectVar[CardView], deeds: CardDeeds) -> rx.Component:
    return rx.el.div(
        rx.cond(
            card.is_aside,
            kit.button(
                "Bring it back",
                size="small",
                icon="undo-2",
                on_click=deeds.back(card.card_id),
            ),
            rx.el.div(
                kit.button(
                    "Rest for a week",
                    kind="quiet",
                    size="small",
                    icon="moon",
                    on_click=deeds.rest(card.card_id),
                ),
                kit.button(
                    "Put it aside",
                    kind="quiet",
                    size="small",
                    icon="archive",
                    on_click=deeds.aside(card.card_id),
                ),
                class_name="row",
            ),
        ),
        rx.cond(card.is_own, _own(card, deeds), _note(card, deeds.help)),
        class_name="stack",
    )


def _note(card: ObjectVar[CardView], on_help: Deed) -> rx.Component:
    return kit.form(
        rx.el.input(type="hidden", name="card_id", value=card.card_id),
        _line("A note to help you remember", "memo", card.card_id, value=card.memo, longest=200),
        kit.button("Keep the note", submit=True, kind="quiet", size="small"),
        on_submit=on_help,
    )


def _own(card: ObjectVar[CardView], deeds: CardDeeds) -> rx.Component:
    return rx.fragment(
        kit.form(
            rx.el.input(type="hidden", name="card_id", value=card.card_id),
            _area("Front", "front", card.card_id, value=card.front_words),
            _area("Back", "back", card.card_id, value=card.back_words),
            kit.button("Save", submit=True, kind="quiet", size="small"),
            on_submit=deeds.edit,
        ),
        kit.button(
            "Delete this card",
            kind="bare",
            size="small",
            icon="trash-2",
            on_click=deeds.delete(card.card_id),
        ),
    )


def write_card(written: rx.Var[int], *, on_add: Deed) -> rx.Component:
    """Both sides of a new card; the form starts empty again after each."""
    return kit.card(
        rx.el.h2("Write a card"),
        kit.form(
            _area("Front", "front"),
            _area("Back", "back"),
            rx.el.label(
                rx.el.input(type="checkbox", name="both_ways", value="yes", class_name="tick"),
                "Ask it the other way round, too",
                class_name="tick-row",
            ),
            kit.button("Add the card", submit=True),
            on_submit=on_add,
            key=written.to(str),
        ),
    )


def removed_card(card_id: rx.Var[str], *, on_put_back: Any) -> rx.Component:
    """A card that has just been deleted, and the way back."""
    return rx.cond(
        card_id != "",
        rx.el.div(
            rx.el.p("The card is deleted."),
            kit.button(
                "Put it back",
                kind="quiet",
                size="small",
                icon="undo-2",
                on_click=on_put_back(card_id),
            ),
            class_name="card-flat row-spread",
            role="status",
        ),
    )


def deck_settings(view: ObjectVar[BrowseView], *, on_rename: Deed, on_delete: Any) -> rx.Component:
    """Another name for an own deck, and taking a deck away."""
    return rx.cond(
        view.deck.is_begun,
        rx.el.details(
            rx.el.summary(kit.icon("chevron-right", size=18), "Change this deck"),
            rx.cond(
                view.is_own,
                kit.form(
                    kit.text_field(
                        "Name",
                        name="title",
                        default_value=view.deck.title,
                        max_length=60,
                        auto_complete="off",
                    ),
                    kit.button("Rename", submit=True, kind="quiet", size="small"),
                    on_submit=on_rename,
                ),
            ),
            rx.el.p(
                "Deleting takes the deck and what you learned in it away. You can put it back.",
                class_name="soft small",
            ),
            kit.button(
                "Delete this deck",
                kind="danger",
                size="small",
                icon="trash-2",
                on_click=on_delete(view.deck.deck_id),
            ),
            class_name="worked card stack",
        ),
    )


def _line(
    label: str, name: str, card_id: rx.Var[str], *, value: Words, longest: int
) -> rx.Component:
    place = name + "-" + card_id.to(str)
    return rx.el.div(
        rx.el.label(label, html_for=place, class_name="field-label"),
        rx.el.input(
            id=place,
            name=name,
            default_value=value,
            max_length=longest,
            auto_complete="off",
            class_name="input",
        ),
        class_name="field",
    )


def _area(
    label: str, name: str, card_id: rx.Var[str] | None = None, value: Words = ""
) -> rx.Component:
    place = f"field-{name}" if card_id is None else name + "-" + card_id.to(str)
    return rx.el.div(
        rx.el.label(label, html_for=place, class_name="field-label"),
        rx.el.textarea(
            id=place,
            name=name,
            default_value=value,
            max_length=300,
            required=True,
            rows="2",
            class_name="input",
        ),
        class_name="field",
    )
