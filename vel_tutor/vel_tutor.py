"""Composition root: the only module that knows every room."""

from starlette.applications import Starlette

from vel_tutor import pages
from vel_tutor.agents import provider
from vel_tutor.components.meta import head
from vel_tutor.components.safety_net import safety_net
from vel_tutor.core import events
from vel_tutor.domain import loops
from vel_tutor.live import bell, bus
from vel_tutor.state.failures import explain, note_page_failure
from vel_tutor.state.namespace import App
from vel_tutor.web import advisers
from vel_tutor.web.app import behind_the_door, web_routes

events.listen(bus.carry)
events.listen(bell.ring)
loops.listen_to_joining()

SHEETS = (
    "app",
    "friends",
    "presence",
    "rooms",
    "feed",
    "boards",
    "badges",
    "shop",
    "coaching",
    "review",
)
"""Style sheets, all bundled into one: the kit first, then what single rooms add to it."""

app = App(
    html_lang="en",
    toaster=None,
    stylesheets=[f"/{sheet}.css" for sheet in SHEETS],
    head_components=head(),
    app_wraps=safety_net(),
    backend_exception_handler=explain,
    frontend_exception_handler=note_page_failure,
    api_transformer=[Starlette(routes=web_routes()), behind_the_door],
)
app.register_lifespan_task(advisers.keep_open)
app.register_lifespan_task(provider.get_ready)

for page in pages.every():
    app.add_page(
        page.draw, route=page.route, title=page.title, on_load=[*page.on_load], **page.more
    )
