"""What stops a command: one line for the person at the terminal, and exit code 1."""

import click


class Problem(click.ClickException):
    """Something the person must put right; `message` says what and how, in one line."""
