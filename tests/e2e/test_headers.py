"""Every page a stranger can open keeps its own security policy."""

import pytest

from tests.e2e.conftest import Screen
from vel_tutor import routes

PUBLIC = (
    routes.HOME,
    routes.SIGN_IN,
    routes.SIGN_UP,
    routes.RESET_ASK,
    routes.PRACTICE,
    routes.MAILBOX,
    routes.NOT_FOUND,
    routes.challenge("no-such-code"),
    "/no/such/page",
)


@pytest.mark.parametrize("path", PUBLIC)
def test_no_page_breaks_its_own_policy(guest_at: Screen, path: str):
    violations: list[str] = []
    page = guest_at.page
    page.on("console", lambda said: violations.append(said.text))

    answer = page.goto(f"{guest_at.address}{path}")
    page.wait_for_timeout(1000)

    assert answer is not None
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    assert [one for one in violations if "Content Security Policy" in one] == []
    guest_at.complaints[:] = [one for one in guest_at.complaints if "404" not in one]


def test_files_named_after_their_content_are_kept(guest_at: Screen):
    kept: dict[str, str] = {}
    guest_at.page.on(
        "response", lambda one: kept.update({one.url: one.headers.get("cache-control", "")})
    )

    guest_at.go(routes.HOME)
    guest_at.page.wait_for_load_state("networkidle")

    scripts = [said for url, said in kept.items() if url.endswith(".js")]
    assert scripts
    assert all("immutable" in said for said in scripts)
