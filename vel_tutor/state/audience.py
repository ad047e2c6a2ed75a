"""Which open screens of this process watch what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seat:
    """One way of watching: `refresh` is the handler to call at news, empty for shared numbers."""

    topic: str
    refresh: str

    @property
    def room(self) -> str:
        """The Socket.IO room of everybody in such a seat."""
        return f"{self.topic}|{self.refresh}"


class Audience:
    """Seats by topic and by socket; a socket leaves all of its seats at once."""

    def __init__(self) -> None:
        self._by_topic: dict[str, dict[Seat, set[str]]] = {}
        self._by_socket: dict[str, set[Seat]] = {}

    def sit(self, sid: str, seat: Seat) -> bool:
        """Put socket `sid` in `seat`; whether it is new there."""
        sockets = self._by_topic.setdefault(seat.topic, {}).setdefault(seat, set())
        if sid in sockets:
            return False
        sockets.add(sid)
        self._by_socket.setdefault(sid, set()).add(seat)
        return True

    def leave(self, sid: str) -> set[Seat]:
        """Take socket `sid` out of all its seats, and say which they were."""
        seats = self._by_socket.pop(sid, set())
        for seat in seats:
            taken = self._by_topic[seat.topic]
            taken[seat].discard(sid)
            if not taken[seat]:
                del taken[seat]
            if not taken:
                del self._by_topic[seat.topic]
        return seats

    def seats(self, topic: str) -> tuple[Seat, ...]:
        """The occupied seats before `topic`."""
        return tuple(self._by_topic.get(topic, ()))

    def topics(self) -> tuple[str, ...]:
        """Everything somebody watches."""
        return tuple(self._by_topic)

    def is_asked(self, sid: str, handler: str) -> bool:
        """Whether we ourselves ask socket `sid` to call `handler` when there is news."""
        return bool(handler) and any(
            seat.refresh == handler for seat in self._by_socket.get(sid, ())
        )
