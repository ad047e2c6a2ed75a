"""What is done to the built pages, after Reflex and before they are compressed."""

from pathlib import Path
from typing import Any

import reflex as rx

PRELOADED = '<link rel="modulepreload" '


class WordsBeforeScripts(rx.plugins.Plugin):
    """On a slow line the scripts wait until the words and their style have come.

    The built pages can be read before any script has run; Reflex asks for all scripts at once and
    with the same urgency as the stylesheet.
    """

    def post_build(self, **context: Any) -> None:
        """Make every page fetch its scripts with low priority."""
        for page in Path(context["static_dir"]).rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            unhurried = html.replace(PRELOADED, f'{PRELOADED}fetchpriority="low" ')
            page.write_text(unhurried, encoding="utf-8")
