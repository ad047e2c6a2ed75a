"""What happens while somebody looks at a page: nothing moves, what is new is counted."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain.moderation import queries, rules, showing, sources, words
from vel_tutor.domain.moderation.rules import Case
from vel_tutor.domain.moderation.views import CaseView, NewsView, QueueView
from vel_tutor.vocabulary import CaseKind

_LOOKED_THROUGH = 3 * rules.PAGE
"""So many cases from the top of a page on are counted as new at the most."""


def open_news(actor: Actor, queue: QueueView, kind: CaseKind | None, after: str) -> NewsView:
    """The open cases of the page `queue` as they stand now, each in its place.

    Raises:
        NotAllowed: not somebody who decides.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        found = sources.waiting(tx, kind, rules.place(after), _LOOKED_THROUGH)
        known = {str(case.id): case for case in found}
        standing = [known.get(view.id) or _further_down(tx, view) for view in queue.cases]
        fresh = iter(showing.cases(tx, actor, [case for case in standing if case]))
        return NewsView(
            cases=tuple(
                next(fresh) if case else _over(view, view.over or _became(tx, actor, view))
                for view, case in zip(queue.cases, standing, strict=True)
            ),
            new=_new(list(known), [view.id for view in queue.cases], is_last=not queue.after),
            waiting=sources.count(tx),
        )


def settled_news(actor: Actor, queue: QueueView, kind: CaseKind | None, after: str) -> NewsView:
    """The decisions of the page `queue` as they stand now, each in its place.

    Raises:
        NotAllowed: not somebody who decides.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        found = queries.rulings_after(tx, kind, rules.place(after), _LOOKED_THROUGH)
        shown = [view.ruling_id for view in queue.cases]
        stand = set(map(str, queries.standing(tx, [UUID(one) for one in shown])))
        return NewsView(
            cases=tuple(
                view if view.ruling_id in stand else _over(view, words.OPEN_AGAIN)
                for view in queue.cases
            ),
            new=_new([str(one) for one in found], shown, is_last=not queue.after),
            waiting=sources.count(tx),
        )


def _further_down(tx: Transaction, view: CaseView) -> Case | None:
    """The case, where more urgent ones have come before it; what is over is not asked for again."""
    return None if view.over else sources.one(tx, CaseKind(view.kind), UUID(view.id))


def _became(tx: Transaction, actor: Actor, view: CaseView) -> str:
    return queries.decided(tx, actor, UUID(view.id)) or words.WITHDRAWN


def _over(view: CaseView, became: str) -> CaseView:
    """What is left of a case on show: what it was, and nothing more to be done."""
    return replace(view, over=became, choices=(), may_read=False, may_undo=False)


def _new(found: Sequence[str], shown: Sequence[str], *, is_last: bool) -> int:
    """How many of `found` belong on a page and are not on it; what is behind it is not new."""
    on_show = set(shown)
    last = max((place for place, one in enumerate(found) if one in on_show), default=len(found))
    reach = len(found) if is_last else last
    return sum(one not in on_show for one in found[:reach])
