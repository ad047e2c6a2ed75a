"""`python -m vt` is the command `vt`."""

from vt.cli import main

main()
