"""How heavy and how fast the first pages are, as Lighthouse sees them on a mid-range phone.

`python -m bench.pages --json`: the front page and an invitation, three runs each, medians.
"""

import json
import statistics
from typing import Any

import click
from playwright.sync_api import Browser

from vt import browser, demo, lighthouse, seed
from vt.services import Services

RUNS = 3


def run() -> dict[str, Any]:
    """Every figure of this bench."""
    with (
        Services.temporary() as services,
        demo.app(services) as address,
        browser.chromium() as chromium,
    ):
        pages = {"landing": f"{address}/", "challenge": f"{address}{_invitation()}"}
        return {name: _median(chromium, page) for name, page in pages.items()}


def _invitation() -> str:
    """The path of a challenge that Ada sends."""
    from sqlmodel import col, select

    from vel_tutor import routes
    from vel_tutor.core.db import reading
    from vel_tutor.domain import accounts, loops
    from vel_tutor.models.practice import PracticeSession

    signed_in = accounts.sign_in("ada@example.org", seed.PASSWORD, seed.BROWSER)
    ada = accounts.actor_for(signed_in.token)
    assert ada is not None  # noqa: S101
    with reading() as tx:
        done = select(PracticeSession.id).where(
            PracticeSession.player_user_id == ada.user_id,
            col(PracticeSession.completed_at).is_not(None),
        )
        session_id = tx.session.exec(done).first()
    assert session_id is not None  # noqa: S101
    sent = loops.challenge_from(ada, session_id)
    return routes.challenge(sent.share.qr.split("/")[2])


def _median(chromium: Browser, page: str) -> dict[str, float]:
    audits = []
    for _ in range(RUNS):
        with lighthouse.auditor(chromium) as auditor:
            audits.append(auditor.audit(page))
    scores = {
        name: statistics.median(audit.scores[name] for audit in audits)
        for name in lighthouse.CATEGORIES
    }
    return scores | {
        "script_kb": statistics.median(audit.script_kb for audit in audits),
        "style_kb": statistics.median(audit.style_kb for audit in audits),
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(as_json: bool) -> None:
    """Measure the pages."""
    click.echo(json.dumps(run(), indent=None if as_json else 2))


if __name__ == "__main__":
    main()
