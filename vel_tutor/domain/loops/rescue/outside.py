"""How the links of rescues look from outside: to people on their way in, and to previews."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import attribution
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops.rescue import queries
from vel_tutor.domain.loops.views import PreviewView
from vel_tutor.media import share_card
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.models.rescue import Rescue
from vel_tutor.vocabulary import CardTemplate


def preview(tx: Transaction, link: LinkView) -> PreviewView | None:
    """What the link may tell about itself, or None when it opens nothing."""
    found = queries.behind(tx, link)
    if found is None:
        return None
    rescue = found[1]
    is_at_risk = queries.risk_of(tx, rescue.inviter_id).is_at_risk
    return PreviewView(
        link_id=str(link.id),
        sender_id=str(rescue.inviter_id),
        path=routes.rescue_invited(link.code),
        sender_path=routes.RESCUE,
        headline="Help a friend keep their streak" if is_at_risk else "Practise with a friend",
        description="Practise the same 10 questions together, each at your own pace. "
        "No account needed.",
        card=routes.card(rescue.id),
    )


def picture(card_id: UUID, actor: Actor | None) -> Callable[[], bytes] | None:
    """How to draw the card of an open room; it says what is practised, and nothing of anybody."""
    with reading() as tx:
        rescue = tx.session.get(Rescue, card_id)
        if rescue is None or queries.behind(tx, attribution.link_of(tx, rescue.link_id)) is None:
            return None
        facts = ShareCardFacts(
            template=CardTemplate.RESCUE, subject=rescue.subject, skill=rescue.title, percent=0
        )
    return partial(share_card.render, facts)
