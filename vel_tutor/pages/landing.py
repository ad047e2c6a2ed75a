"""The first page a newcomer sees."""

import reflex as rx


def landing() -> rx.Component:
    return rx.el.main(rx.el.h1("Practise. Prove it. Challenge a friend."), id="main", tab_index=-1)
