"""Composition root: the only module that knows every room."""

from starlette.applications import Starlette

from vel_tutor import routes
from vel_tutor.core import events
from vel_tutor.domain import loops
from vel_tutor.live import bell, bus
from vel_tutor.pages import frame
from vel_tutor.pages.landing import landing
from vel_tutor.pages.practice_choose import practice_choose
from vel_tutor.pages.practice_play import practice_play
from vel_tutor.pages.practice_results import practice_results
from vel_tutor.state.failures import explain, note_page_failure
from vel_tutor.state.namespace import App
from vel_tutor.state.practice import ChooseState, PlayState
from vel_tutor.state.results import ResultsState
from vel_tutor.web.app import behind_the_door, web_routes

events.listen(bus.carry)
events.listen(bell.ring)

app = App(
    html_lang="en",
    toaster=None,
    stylesheets=["/app.css"],
    backend_exception_handler=explain,
    frontend_exception_handler=note_page_failure,
    api_transformer=[Starlette(routes=web_routes()), behind_the_door],
)
app.add_page(landing, route=routes.HOME, title="vel_tutor")
app.add_page(
    practice_choose,
    route=routes.PRACTICE,
    title="Practice - vel_tutor",
    on_load=[*frame.ARRIVING, ChooseState.begin],
)
app.add_page(
    practice_play,
    route=routes.PRACTICE_SESSION,
    title="Practice - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, PlayState.begin],
)
app.add_page(
    practice_results,
    route=routes.PRACTICE_RESULTS,
    title="Results - vel_tutor",
    on_load=[*frame.ARRIVING, ResultsState.begin],
)

loops.listen_to_joining()
