"""How many learn right now: asked of presence, the same for everybody who looks."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from vel_tutor.core import clock
from vel_tutor.core.settings import settings
from vel_tutor.domain.loops.together import rules
from vel_tutor.domain.loops.together.views import NowView, SubjectNowView
from vel_tutor.live import presence, topics
from vel_tutor.vocabulary import Subject

_NAMES = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_FACE_SIGNS = 16


@dataclass(frozen=True)
class Faces:
    """Whose faces were shown last, so that those who stay are shown again. Never leaves us."""

    by_topic: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


def places(subject: Subject | None) -> tuple[str, ...]:
    """Where whoever learns counts: among everybody, and in the subject if it may be told."""
    everything = topics.learning(topics.EVERYTHING)
    return (everything, topics.learning(subject)) if subject else (everything,)


def now(before: Faces = Faces()) -> tuple[NowView, Faces]:
    """Who is learning: a number in all and by subject, and faces where there are enough.

    Args:
        before: what the last call gave.
    """
    subjects = {topics.learning(subject): subject for subject in Subject}
    counted = presence.crowds([topics.learning(topics.EVERYTHING), *subjects])
    present = [crowd.present for crowd in counted] or [0] * (1 + len(subjects))
    shown: dict[str, tuple[str, ...]] = {}
    for topic, many in zip(subjects, present[1:], strict=True):
        if many >= presence.FEW:
            shown[topic] = presence.some(topic, rules.MOST_SHOWN, before.by_topic.get(topic, ()))
    return (
        NowView(
            words=_words(present[0]),
            subjects=tuple(
                SubjectNowView(
                    subject.value,
                    _NAMES[subject],
                    presence.told(many).lower(),
                    tuple(_face(one, topic) for one in shown.get(topic, ())),
                )
                for (topic, subject), many in zip(subjects.items(), present[1:], strict=True)
                if many
            ),
        ),
        Faces(shown),
    )


def _words(present: int) -> str:
    if not present:
        return ""
    if present < presence.FEW:
        return "A few students practising now"
    return f"{present:,} students practising now"


def _face(person: str, topic: str) -> str:
    """The seed of a face: another one each day and in each subject, and it leads back to nobody."""
    key = settings().signing_keys[-1].encode()
    said = rules.day_key(person, topic, clock.now().date())
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:_FACE_SIGNS]
