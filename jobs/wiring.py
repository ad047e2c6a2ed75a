"""What a process of ours listens to before it works."""

from vel_tutor.agents import provider
from vel_tutor.core import events
from vel_tutor.live import bell, bus


def set_up() -> None:
    """Let commits of this process ring the bell and speak on the live bus."""
    events.listen(bell.ring)
    events.listen(bus.carry)
    provider.get_ready()
