"""Structured lines that cannot hold personal data: only keys on the list get through."""

import json
import logging
import sys
from datetime import UTC, datetime

ALLOWED_KEYS = frozenset(
    {
        "agent",
        "attempt",
        "cause",
        "channel",
        "count",
        "delivery",
        "event",
        "handler",
        "kind",
        "ms",
        "port",
        "queue",
        "reaction",
        "reason",
        "request",
        "route",
        "setting",
        "size",
        "standing",
        "status",
        "topic_kind",
    }
)
"""Words and numbers about the program, never about a person."""


OUR_LOGGERS = frozenset(
    {"vel_tutor", "jobs", "vt", "bench", "granian", "_granian", "alembic", "rq"}
)
"""Whose sentences are fixed, or about processes only. Of others we show where, not what: Reflex
for one quotes what people typed."""


class StructuredFormatter(logging.Formatter):
    """One JSON object a line; of an exception only type and place, for its text can quote data."""

    def format(self, record: logging.LogRecord) -> str:
        facts = {
            key: value for key, value in getattr(record, "facts", {}).items() if key in ALLOWED_KEYS
        }
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "said": _words(record),
            **facts,
        }
        if record.exc_info and record.exc_info[1] is not None:
            line |= _exception(record.exc_info[1])
        return json.dumps(line, default=str)


def _words(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] in OUR_LOGGERS:
        return record.getMessage()
    return f"{record.module}:{record.lineno}"


def _exception(exception: BaseException) -> dict[str, str]:
    """Type and innermost place of an exception, without its words."""
    trace = exception.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
    return {"exception": type(exception).__name__, "where": where}


def say(logger: logging.Logger, level: int, said: str, **facts: object) -> None:
    """Log the fixed sentence `said` with `facts`; keys that are not allowed are dropped."""
    logger.log(level, said, extra={"facts": facts})


def set_up(level: str = "INFO") -> None:
    """Send every logger of the process through the one formatter, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(StructuredFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in logging.root.manager.loggerDict:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
