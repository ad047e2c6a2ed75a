"""When somebody may be called: pure decisions."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

Window = tuple[int, int]
"""Minutes after midnight, from the first up to the second; over midnight if that is earlier."""

NIGHT: Window = (21 * 60, 7 * 60)
SCHOOL: Window = (8 * 60, 15 * 60)
"""On Mondays to Fridays. Holidays are not known, so they are kept like school days."""
SATURDAY = 5
NUDGES_A_DAY = 2
"""The most that people under age are called in a day of theirs, whatever it is about."""
LONGEST_WAIT = timedelta(days=2)
"""What could not be said in this time is not said any more; it stays in the app."""
_STEP = timedelta(minutes=1)

PUSH_SERVICES = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    ".push.apple.com",
    ".notify.windows.com",
)
"""Where browsers have their push service. We call no other address that a browser names."""
THIS_MACHINE = ("127.0.0.1", "localhost")


def is_quiet(at: datetime, time_zone: str, own: Window | None, *, is_minor: bool) -> bool:
    """Whether somebody is not to be called at `at`."""
    local = at.astimezone(ZoneInfo(time_zone))
    minute = local.hour * 60 + local.minute
    windows = [own] if own else []
    if is_minor:
        windows.append(NIGHT)
        if local.weekday() < SATURDAY:
            windows.append(SCHOOL)
    return any(_lies_in(minute, window) for window in windows)


def next_loud(
    at: datetime, time_zone: str, own: Window | None, *, is_minor: bool
) -> datetime | None:
    """The first moment from `at` on at which somebody may be called; None if too far off."""
    moment = at
    while moment <= at + LONGEST_WAIT:
        if not is_quiet(moment, time_zone, own, is_minor=is_minor):
            return moment
        moment = moment.replace(second=0, microsecond=0) + _STEP
    return None


def midnight(at: datetime, time_zone: str) -> datetime:
    """When the calendar day of `at` began where somebody lives."""
    zone = ZoneInfo(time_zone)
    today: date = at.astimezone(zone).date()
    return datetime.combine(today, time(), zone)


def is_push_service(endpoint: str, *, here_too: bool) -> bool:
    """Whether `endpoint` is an address we call: a known service, or in development this machine."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    if here_too and host in THIS_MACHINE:
        return True
    is_known = any(
        host.endswith(known) if known.startswith(".") else host == known for known in PUSH_SERVICES
    )
    return parts.scheme == "https" and parts.port in (None, 443) and is_known


def minutes(clock_time: str) -> int | None:
    """Minutes after midnight of a time as a browser's field writes it, "21:30"."""
    try:
        parsed = time.fromisoformat(clock_time)
    except ValueError:
        return None
    return parsed.hour * 60 + parsed.minute


def clock_time(minute: int) -> str:
    """The same the other way round."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _lies_in(minute: int, window: Window) -> bool:
    begins, ends = window
    if begins <= ends:
        return begins <= minute < ends
    return minute >= begins or minute < ends
