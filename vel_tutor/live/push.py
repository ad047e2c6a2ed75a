"""One call to one browser through its push service (RFC 8030, 8188, 8291, 8292)."""

import logging

from pywebpush import WebPushException, webpush
from requests import RequestException, Session

from vel_tutor.core.log import say
from vel_tutor.core.push_keys import PushKeys

log = logging.getLogger(__name__)
PATIENCE_S = 5
GONE = (404, 410)


def call(
    endpoint: str, browser_keys: dict[str, str], payload: str, keys: PushKeys, ttl_s: int
) -> bool | None:
    """Hand `payload`, encrypted for that browser, to its push service.

    Args:
        browser_keys: its `p256dh` and `auth`.
        ttl_s: how long the service keeps what it cannot deliver at once.

    Returns:
        Whether the service took it; None when that browser is gone for good.
    """
    try:
        webpush(
            {"endpoint": endpoint, "keys": browser_keys},
            payload,
            vapid_private_key=keys.private,
            vapid_claims={"sub": keys.subject},
            ttl=ttl_s,
            timeout=PATIENCE_S,
            requests_session=_line(),
        )
    except WebPushException as refused:
        status = refused.response.status_code if refused.response is not None else 0
        if status in GONE:
            return None
        say(log, logging.WARNING, "a push was refused", status=status)
        return False
    except (RequestException, ValueError) as failure:
        say(log, logging.WARNING, "no push service", reason=type(failure).__name__)
        return False
    return True


def _line() -> Session:
    """A way out that goes nowhere but to the address it was given."""
    line = Session()
    line.max_redirects, line.trust_env = 0, False
    return line
