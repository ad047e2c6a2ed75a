"""The commands. Each is a doorway: it opens the house and calls one function."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import click

from vt import leave

as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for a machine.")
workers = click.option("--workers", default=1, show_default=True, help="Web processes.")


class Commands(click.Group):
    """Turns a database that stops answering halfway into one line as well."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as failure:
            from vel_tutor.core.errors import Unavailable
            from vt.problems import Problem

            if isinstance(failure, Unavailable):
                raise Problem("The database has stopped answering; try again.") from failure
            raise


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run vel_tutor: its servers, its processes, its data."""


@main.command()
@workers
@click.option("--reload", is_flag=True, help="Rebuild and restart when a source file changes.")
def up(workers: int, reload: bool) -> None:
    """Everything: servers, migrations, demo people, web, workers, scheduler. Ctrl-C stops it."""
    from vel_tutor.core.settings import settings
    from vel_tutor.vocabulary import AppEnv
    from vt import build, checks, house, running, seed

    with house.opened() as services:
        checks.insist(checks.port_is_ours(settings().port))
        click.echo("Building the pages ..." if build.is_stale() else "The pages are built.")
        build.ensure_built()
        greeting = f"\nvel_tutor is open at {settings().public_url}   (Ctrl-C closes it)\n"
        if settings().app_env is AppEnv.DEVELOPMENT:
            _migrate()
            greeting += seed.introduce(seed.people())
        checks.insist(checks.schema_is_current())
        children = [running.web(workers), *running.background()]
        tend = running.rebuilding(children) if reload else None
        running.keep_running(children, services, greeting, tend)
        click.echo("vel_tutor is closed.")


@main.command()
@workers
def serve(workers: int) -> None:
    """The web server alone, with the frontend built if it changed."""
    from vel_tutor.core.settings import settings
    from vt import build, checks, house, running

    with house.opened(migrated=True) as services:
        checks.insist(checks.port_is_ours(settings().port))
        build.ensure_built()
        greeting = f"vel_tutor is open at {settings().public_url}"
        running.keep_running([running.web(workers)], services, greeting)


@main.command("build")
def build_frontend() -> None:
    """Build the frontend if its sources changed."""
    from vt import build, house

    with house.opened():
        click.echo("Built." if build.ensure_built() else "Nothing has changed.")


@main.command()
@click.option("--queue", default="reactions", show_default=True, help="The one queue to work off.")
@click.option("--burst", is_flag=True, help="Stop when the queue is empty.")
def worker(queue: str, burst: bool) -> None:
    """A worker for one queue, until SIGTERM."""
    from jobs import worker as jobs_worker
    from vt import house

    with house.opened(migrated=True):
        jobs_worker.main(queue, burst=burst)


@main.command()
def scheduler() -> None:
    """The outbox's carrier and the clock, until SIGTERM."""
    from jobs import scheduler as jobs_scheduler
    from vt import house

    with house.opened(migrated=True):
        jobs_scheduler.main()


@main.command()
def migrate() -> None:
    """Bring the database to today's schema."""
    from vt import checks, house

    with house.opened():
        _migrate()
        click.echo(checks.schema_is_current().says)


@main.command("seed")
@as_json
def seed_people(as_json: bool) -> None:
    """Create the demo people, unless they are there, and say how to sign in as them."""
    from vt import house, seed

    with house.opened(migrated=True):
        people = seed.people()
    if as_json:
        _print([dataclasses.asdict(person) for person in people])
    else:
        click.echo(seed.introduce(people))


@main.command()
@as_json
def doctor(as_json: bool) -> None:
    """Look at everything the app needs; exit code 1 if something is missing."""
    from vt import doctor as surgery

    checks = surgery.examine()
    healthy = all(check.ok for check in checks)
    if as_json:
        _print({"ok": healthy, "checks": [dataclasses.asdict(check) for check in checks]})
    else:
        for check in checks:
            click.echo(f"{'ok  ' if check.ok else 'BAD '} {check.name:<11} {check.says}")
    raise SystemExit(0 if healthy else 1)


@main.command()
@as_json
def policy(as_json: bool) -> None:
    """Count handlers and routes, and name those nobody listed or guards."""
    from vt import house

    house.read_settings()

    from vel_tutor import vel_tutor as composed  # noqa: F401 (registers handlers and routes)
    from vel_tutor.state.policy_report import policy_report

    report = policy_report()
    if as_json:
        _print(report.as_dict())
    else:
        for key, value in report.as_dict().items():
            click.echo(f"{key:<10} {value if isinstance(value, int) else ', '.join(value) or '-'}")
    raise SystemExit(1 if report.unlisted or report.unguarded else 0)


@main.command()
def vapid() -> None:
    """A new pair of keys for Web Push, to be put into the environment."""
    from vel_tutor.core.push_keys import new_pair

    keys = new_pair()
    click.echo(f"VAPID_PUBLIC_KEY={keys.public}")
    click.echo(f"VAPID_PRIVATE_KEY={keys.private}")


@main.command("badge-key")
def badge_key() -> None:
    """A new key that signs credentials of badges, to be put into the environment."""
    from vel_tutor.core.badge_keys import new_seed

    click.echo(f"BADGE_KEYS={new_seed()}")


@main.command("verify-badge")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--keys",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What the issuer serves at /issuer/keys; our own keys, if left out.",
)
def verify_badge(file: Path, keys: Path | None) -> None:
    """Check the signature of a downloaded credential, without any network."""
    from vel_tutor.core.badge_keys import NotOurs
    from vel_tutor.domain.badges import verify

    known = json.loads(keys.read_text())["keys"] if keys else None
    try:
        said = verify(file.read_text().strip(), known)
    except NotOurs as failure:
        raise click.ClickException(f"It does not hold: {failure}") from failure
    click.echo(f"It holds: {said.name}, since {said.valid_from}")
    click.echo(f"issuer   {said.issuer}")
    click.echo(f"subject  {said.subject}")
    click.echo("Whether it was taken back since stands in the list its credentialStatus names.")


@main.command()
@click.option("--revive", metavar="ID", help="Try this dead letter again.")
@as_json
def outbox(revive: str | None, as_json: bool) -> None:
    """How much the outbox still owes, how old that is, and what it has given up on."""
    from uuid import UUID

    from vel_tutor.domain import happenings
    from vt import house

    with house.opened(migrated=True):
        if revive:
            happenings.revive(UUID(revive))
        view = dataclasses.asdict(happenings.outbox())
        dead = happenings.dead_letters()
    if as_json:
        _print(view | {"dead_letters": [list(map(str, letter)) for letter in dead]})
        return
    for key, value in view.items():
        click.echo(f"{key:<14} {value}")
    for letter in dead:
        click.echo("dead letter    " + "  ".join(map(str, letter)))


main.add_command(leave.mcp)


@main.group()
def bank() -> None:
    """The item bank: what it holds, and whether every question passes the gates."""


@bank.command("report")
@as_json
def bank_report(as_json: bool) -> None:
    """Families, skills covered, distinct instances, the live pool, and failures in a sample."""
    from vel_tutor.core.settings import settings
    from vel_tutor.domain import bank as live_bank
    from vel_tutor.vocabulary import AppEnv
    from vt import bank as bank_of_items
    from vt import checks, house

    with house.opened():
        if settings().app_env is AppEnv.DEVELOPMENT:
            _migrate()
        checks.insist(checks.schema_is_current())
        live_bank.fill()
        stock = {str(subject): count for subject, count in live_bank.stock().items()}
    found = bank_of_items.examine(bank_of_items.SAMPLE, processes=2)
    report = bank_of_items.report(stock, found)
    if as_json:
        _print(report)
    else:
        for key, value in report.items():
            click.echo(f"{key:<28} {value}")
    raise SystemExit(1 if report["gate_failures"] else 0)


@bank.command("check")
@click.option("--full", is_flag=True, help="More than a million instances instead of a sample.")
@click.option("--processes", default=2, show_default=True)
@as_json
def bank_check(full: bool, processes: int, as_json: bool) -> None:
    """Run every gate over the bank; exit code 1 if one instance fails one of them."""
    from vt import bank as bank_of_items

    seeds = bank_of_items.FULL if full else bank_of_items.SAMPLE
    found = bank_of_items.examine(seeds, processes)
    if as_json:
        _print(found.summary())
    else:
        for key, value in found.summary().items():
            click.echo(f"{key:<28} {value}")
    raise SystemExit(1 if found.faults else 0)


@main.command()
def demo() -> None:
    """The first loop in two real browsers, with pictures, and the rows it leaves."""
    from vt import demo as stage

    stage.play()


@main.command()
@click.option("--seed", default=7, show_default=True, help="Of every draw of the people.")
@click.option("--users", default=500, show_default=True, type=click.IntRange(1, 5000))
@click.option("--days", default=14, show_default=True, type=click.IntRange(1, 60))
@as_json
def simulate(seed: int, users: int, days: int, as_json: bool) -> None:
    """Made-up people invite each other; exit code 1 if the dashboard's K is not the true one."""
    from vt.simulation import report, running

    found = running.run(seed, users, days, lambda line: click.echo(line, err=True))
    wrong = report.differing(found)
    if as_json:
        _print(found | {"differing": wrong})
    else:
        for line in report.lines(found):
            click.echo(line)
        click.echo("The dashboard says the truth." if not wrong else "\n".join(wrong))
    raise SystemExit(1 if wrong else 0)


@main.command()
def docs() -> None:
    """Write the pages of docs/ that are made from the code."""
    from vt import docs as pages

    for path in pages.write():
        click.echo(path)


def _migrate() -> None:
    from alembic import command

    from vt import checks

    command.upgrade(checks.alembic_config(), "head")


def _print(answer: Any) -> None:
    click.echo(json.dumps(answer, indent=2, default=str))
