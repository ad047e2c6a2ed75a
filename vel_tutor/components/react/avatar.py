"""Drawn faces, so that nobody needs to show a photograph."""

import reflex as rx

PALETTE = ["#6C4CF1", "#0F9D76", "#E4523A", "#FFC857", "#58B7FF"]


class BoringAvatar(rx.Component):
    """A face drawn from `name`: the same seed always gives the same face."""

    library = "boring-avatars@2.0.4"
    tag = "Avatar"
    alias = "BoringAvatar"
    is_default = True

    name: rx.Var[str]
    variant: rx.Var[str]
    size: rx.Var[int]
    colors: rx.Var[list[str]]


def drawn_face(seed: str | rx.Var[str], size: int) -> rx.Component:
    """The face for `seed` (a pseudonym, never a real name), `size` pixels wide."""
    return BoringAvatar.create(name=seed, variant="beam", size=size, colors=PALETTE)
