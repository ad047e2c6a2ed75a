"""The app's typeface, served from our own origin."""

import reflex as rx


class Typeface(rx.Fragment):
    """Has Nunito (one variable file) installed; `assets/app.css` imports it."""

    lib_dependencies: list[str] = ["@fontsource-variable/nunito@5.3.0"]


typeface = Typeface.create
