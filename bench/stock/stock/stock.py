"""One counter, exactly as a first Reflex app has it."""

import reflex as rx


class Counter(rx.State):
    n: int = 0

    @rx.event
    def add(self) -> None:
        """One more."""
        self.n += 1


def index() -> rx.Component:
    return rx.el.button(Counter.n, on_click=Counter.add)


app = rx.App()
app.add_page(index, route="/")
