"""Paper in the air when something was achieved."""

import reflex as rx


class Explosion(rx.NoSSRComponent):
    """One burst when it appears; nothing for people who asked for less motion."""

    library = "react-canvas-confetti@2.0.7/dist/presets/explosion"
    tag = "Explosion"
    is_default = True

    autorun: rx.Var[dict[str, int]]
    global_options: rx.Var[dict[str, bool]]


def burst() -> rx.Component:
    """A single burst of about a second, drawn without a worker."""
    return Explosion.create(
        autorun={"speed": 12, "duration": 400, "delay": 0},
        global_options={"resize": True, "useWorker": False, "disableForReducedMotion": True},
    )
