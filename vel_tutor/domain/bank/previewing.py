"""Questions as they are asked, with everything a learner only sees later or never."""

from collections.abc import Iterator

from vel_tutor import content
from vel_tutor.content import bank as makers
from vel_tutor.content.family import say
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.bank import rules
from vel_tutor.domain.bank.views import OptionView, PartView, PreviewView, WorkedView
from vel_tutor.media import maths, passages


def preview(actor: Actor, family_id: str, seed: int = 0) -> PreviewView:
    """The question of the first seed from `seed` on that the family makes one of.

    Raises:
        NotFound: there is no such family in the content, or it makes no further question.
    """
    actor.must_be(*rules.READERS)
    try:
        content.family(family_id)
    except KeyError:
        raise NotFound from None
    return _shown(_first(family_id, seed))


def _first(family_id: str, seed: int) -> content.Item:
    for at in range(seed, seed + rules.TRIES_FOR_ANOTHER):
        try:
            return content.instance(family_id, at)
        except LookupError:
            continue
    raise NotFound


def _shown(item: content.Item) -> PreviewView:
    return PreviewView(
        seed=item.seed,
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        options=tuple(_options(item)),
        parts=tuple(
            PartView(maths.to_html(part.label), tuple(map(maths.to_html, part.options)))
            for part in item.parts
        ),
        grid=tuple(tuple(map(maths.to_html, row)) for row in item.grid),
        key=maths.to_html(item.key),
        hints=tuple(map(maths.to_html, item.hints)),
        steps=tuple(
            WorkedView(
                maths.to_html(step.sentence), passages.claim(item.passage, step.lhs, step.rhs)
            )
            for step in item.steps
        ),
    )


def _options(item: content.Item) -> Iterator[OptionView]:
    """The choices; where an answer is typed or put together, the wrong ones we recognise."""
    for choice in item.choices:
        yield OptionView(
            html=maths.to_html(choice.text),
            right=choice.right,
            misconception=choice.misconception,
            feedback=maths.to_html(choice.feedback),
        )
    if item.choices:
        return
    family, params = content.family(item.family), makers.params(item.family, item.seed)
    for slip, value in makers.wrong_answers(family, params):
        yield OptionView(
            html=maths.to_html(makers.shown(family, params, value)),
            misconception=slip.id,
            feedback=maths.to_html(say(slip.feedback, params)),
        )
