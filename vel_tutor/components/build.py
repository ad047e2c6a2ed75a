"""What is done to the built pages, after Reflex and before they are compressed."""

import json
import shutil
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


class PushWorker(rx.plugins.Plugin):
    """Puts the service worker of Angular into the site, as published; it shows what is pushed.

    It keeps no file of ours and answers no request: what people see is always what the server says,
    so links, redirects and headers work as without it.
    """

    PACKAGE = "@angular/service-worker"
    VERSION = "22.2.0"
    FILE = "ngsw-worker.js"
    ORDERS = {
        "configVersion": 1,
        "timestamp": 1,
        "index": "/",
        "assetGroups": [],
        "dataGroups": [],
        "hashTable": {},
        "navigationUrls": [{"positive": False, "regex": "^.*$"}],
        "navigationRequestStrategy": "freshness",
    }

    def get_frontend_development_dependencies(self, **_context: Any) -> list[str]:
        """Beside the build, not in the scripts of the pages."""
        return [f"{self.PACKAGE}@{self.VERSION}"]

    def post_build(self, **context: Any) -> None:
        """Copy the worker, and write its orders."""
        site = Path(context["static_dir"])
        modules = next(folder / "node_modules" for folder in site.parents if folder.name == ".web")
        shutil.copy(modules / self.PACKAGE / self.FILE, site)
        (site / "ngsw.json").write_text(json.dumps(self.ORDERS), encoding="utf-8")
