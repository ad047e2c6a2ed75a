"""Composition root: the only module that knows every room."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.domain import loops
from vel_tutor.pages.landing import landing
from vel_tutor.state.failures import explain

app = rx.App(html_lang="en", toaster=None, backend_exception_handler=explain)
app.add_page(landing, route=routes.HOME, title="vel_tutor")

loops.listen_to_joining()
