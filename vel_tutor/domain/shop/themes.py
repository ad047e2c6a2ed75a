"""The colours an app wears: everybody's own for nothing, the others for whoever owns them."""

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.shop import refusals
from vel_tutor.domain.shop.catalogue import ITEMS, theme_item
from vel_tutor.domain.shop.situations import bought_by
from vel_tutor.domain.shop.views import ThemeView
from vel_tutor.vocabulary import STUDENTS, Theme


def wardrobe(actor: Actor) -> tuple[ThemeView, ...]:
    """All colours there are, everybody's own first, and which of them the actor owns."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        bought = bought_by(tx, actor.user_id)
    own = ThemeView(Theme.HARBOUR.value, "Harbour", is_owned=True)
    others = (
        ThemeView(item.theme.value, item.title, item.key in bought) for item in ITEMS if item.theme
    )
    return (own, *others)


def wear(actor: Actor, theme: str) -> Theme:
    """Let the app wear `theme` for the actor, on every device.

    Raises:
        NotFound: there are no such colours.
        NotOwned: the actor has to buy them first.
    """
    actor.must_be(*STUDENTS)
    if theme not in set(Theme):
        raise NotFound
    chosen = Theme(theme)
    item = theme_item(chosen)
    with transaction() as tx:
        if item and item.key not in bought_by(tx, actor.user_id):
            raise refusals.NotOwned
        accounts.wear(tx, actor.user_id, chosen)
    return chosen
