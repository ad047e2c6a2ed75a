"""Every card of a deck: where each stands, and writing one's own."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.card_list import (
    CardDeeds,
    card_list,
    completed,
    deck_head,
    deck_settings,
    removed_card,
    write_card,
)
from vel_tutor.pages import frame
from vel_tutor.state.card_list import CardListState, OwnDeckState


def cards_browse() -> rx.Component:
    deck = CardListState.deck
    return frame.student(
        kit.ready(
            deck.deck.slug != "",
            rx.el.div(
                deck_head(deck),
                completed(deck),
                rx.cond(deck.is_own, write_card(OwnDeckState.written, on_add=OwnDeckState.add)),
                removed_card(OwnDeckState.removed, on_put_back=OwnDeckState.put_back),
                card_list(
                    deck,
                    CardDeeds(
                        aside=CardListState.put_aside,
                        rest=CardListState.rest,
                        back=CardListState.bring_back,
                        help=CardListState.help_along,
                        edit=OwnDeckState.edit,
                        delete=OwnDeckState.delete,
                    ),
                ),
                deck_settings(
                    deck, on_rename=OwnDeckState.rename, on_delete=OwnDeckState.delete_deck
                ),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 6),
        ),
        here=routes.PRACTICE,
    )


PAGES = (
    frame.Page(
        draw=cards_browse,
        route=routes.CARD_LIST,
        title="Cards of a deck - vel_tutor",
        on_load=(*frame.ARRIVING, CardListState.begin),
    ),
)
