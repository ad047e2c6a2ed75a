"""Nothing in the app asks another clock than ours: tests could not tell it the hour."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "vel_tutor/core/clock.py"
ANOTHER = re.compile(
    r"datetime\.(?:now|today|utcnow)\(|\bdate\.today\(|\btime\.time(?:_ns)?\(|\bfunc\.now\("
    r"|(?<![\w.])now\(\) [-+]|CURRENT_(?:DATE|TIME)"
)


def test_only_our_clock_is_asked_for_the_time():
    asking = [
        f"{file.relative_to(ROOT)}:{number}"
        for room in ("vel_tutor", "jobs")
        for file in (ROOT / room).rglob("*.py")
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if file != OURS and ANOTHER.search(line)
    ]

    assert asking == []


def test_another_clock_would_be_found():
    for line in (
        "at = datetime.now(UTC)",
        "today = date.today()",
        "due = time.time() + 5",
        "col(Link.at) < func.now()",
        "WHERE at < now() - interval '1 day'",
    ):
        assert ANOTHER.search(line)
    assert not ANOTHER.search("at = clock.now()")
    assert not ANOTHER.search("began = time.monotonic()")
