"""Diagnostics: adaptive tests, from choosing one to what it came to."""

from vel_tutor.domain.diagnostics.actions import (
    NotReady,
    NotRunning,
    TimeIsUp,
    answer,
    begin_part,
    drop,
    go_on,
    look,
    pass_over,
    pause,
    put_aside,
    submit,
)
from vel_tutor.domain.diagnostics.advising import word
from vel_tutor.domain.diagnostics.careful import careful_tests
from vel_tutor.domain.diagnostics.effort import effort
from vel_tutor.domain.diagnostics.events import (
    AdviceWorded,
    DiagnosticCompleted,
    DiagnosticSubmitted,
)
from vel_tutor.domain.diagnostics.learning import learn_from_tests
from vel_tutor.domain.diagnostics.opening import (
    TAKERS,
    DiagnosticChoice,
    OneWaiting,
    open_test,
)
from vel_tutor.domain.diagnostics.queries import (
    NotScored,
    Retold,
    gist,
    overview,
    past_of,
    results,
    retell,
)
from vel_tutor.domain.diagnostics.scoring import score
from vel_tutor.domain.diagnostics.tending import close_overdue, drop_abandoned, forget
from vel_tutor.domain.diagnostics.tries import tries
from vel_tutor.domain.diagnostics.views import CarefulTest

__all__ = [
    "TAKERS",
    "AdviceWorded",
    "CarefulTest",
    "DiagnosticChoice",
    "DiagnosticCompleted",
    "DiagnosticSubmitted",
    "NotReady",
    "NotRunning",
    "NotScored",
    "OneWaiting",
    "Retold",
    "TimeIsUp",
    "answer",
    "begin_part",
    "careful_tests",
    "close_overdue",
    "drop",
    "drop_abandoned",
    "effort",
    "forget",
    "gist",
    "go_on",
    "learn_from_tests",
    "look",
    "open_test",
    "overview",
    "pass_over",
    "past_of",
    "pause",
    "put_aside",
    "results",
    "retell",
    "score",
    "submit",
    "tries",
    "word",
]
