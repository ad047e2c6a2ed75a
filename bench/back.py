"""How soon somebody is back on their question after the line was cut.

`python -m bench.back --json`: a page of practice whose line is cut again and again, half open, as
when a train goes into a tunnel; seconds until the server answers that page again.
"""

import json
import statistics
import time

import click
from playwright.sync_api import Page, expect

from vt import browser, demo, seed
from vt.journeys import sign_in
from vt.services import Services
from vt.tunnel import Line

CUTS = 20
PATIENCE_S = 30


def run(cuts: int = CUTS) -> dict[str, float]:
    """Every figure of this bench."""
    with (
        Services.temporary() as services,
        demo.app(services) as address,
        browser.chromium() as chromium,
    ):
        page = chromium.new_context(viewport=browser.PHONE).new_page()
        line = Line(page)
        sign_in(page, address, "ada@example.org", seed.PASSWORD)
        page.goto(f"{address}/practice")
        page.get_by_role("button", name="Start practising").click()
        expect(page.get_by_role("button", name="Check")).to_be_visible()
        took = [_cut(page, line) for _ in range(cuts)]
    return {
        "cuts": cuts,
        "median_s": round(statistics.median(took), 2),
        "slowest_s": round(max(took), 2),
    }


def _cut(page: Page, line: Line) -> float:
    """Cut the line; seconds until the page is answered again."""
    line.drop()
    began = time.monotonic()
    while not line.is_up():
        if time.monotonic() - began > PATIENCE_S:
            raise TimeoutError("the page has not come back")
        page.wait_for_timeout(20)
    return time.monotonic() - began


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
@click.option("--cuts", default=CUTS, help="How often the line is cut.")
def main(as_json: bool, cuts: int) -> None:
    """Measure coming back."""
    click.echo(json.dumps(run(cuts), indent=None if as_json else 2))


if __name__ == "__main__":
    main()
