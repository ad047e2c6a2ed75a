"""`vt mcp`: leave for programs outside to ask the advisers."""

from datetime import timedelta
from uuid import UUID

import click

from vel_tutor.vocabulary import Agent

AGENTS = click.Choice([agent.value for agent in Agent])


@click.group()
def mcp() -> None:
    """Tokens with which programs outside may ask the advisers at /mcp."""


@mcp.command()
@click.option("--scope", "scopes", type=AGENTS, multiple=True, help="An adviser; all if not given.")
@click.option("--label", required=True, help="What the program is, for the list.")
@click.option("--days", default=90, show_default=True, type=click.IntRange(1, 366))
def token(scopes: tuple[str, ...], label: str, days: int) -> None:
    """Make a token and say it, this once."""
    from vel_tutor.domain import advice
    from vt import house

    with house.opened(migrated=True):
        opened = [Agent(one) for one in scopes] or list(Agent)
        made = advice.give_leave(label, opened, timedelta(days=days))
    click.echo(f"id       {made.leave.id}")
    click.echo(f"opens    {', '.join(made.leave.scopes)}")
    click.echo(f"until    {made.leave.expires_at:%Y-%m-%d %H:%M} UTC")
    click.echo(f"token    {made.token}")


@mcp.command("tokens")
def list_tokens() -> None:
    """Every token, without its secret."""
    from vel_tutor.domain import advice
    from vt import house

    with house.opened(migrated=True):
        found = advice.leaves()
    for one in found:
        ended = f"withdrawn {one.revoked_at:%Y-%m-%d}" if one.revoked_at else "open"
        used = f"{one.last_used_at:%Y-%m-%d %H:%M}" if one.last_used_at else "never"
        until = f"{one.expires_at:%Y-%m-%d}"
        click.echo(f"{one.id}  {one.label}  {ended}  until {until}  last used {used}")
        click.echo(f"    {', '.join(one.scopes)}")
    if not found:
        click.echo("There is none. `vt mcp token --label ...` makes one.")


@mcp.command()
@click.argument("token_id", type=click.UUID)
def revoke(token_id: UUID) -> None:
    """End a token now, by its id."""
    from vel_tutor.core.errors import NotFound
    from vel_tutor.domain import advice
    from vt import house
    from vt.problems import Problem

    with house.opened(migrated=True):
        try:
            ended = advice.withdraw(token_id)
        except NotFound:
            raise Problem("No open token has this id; `vt mcp tokens` lists them.") from None
    click.echo(f"{ended.label} may no longer ask.")
