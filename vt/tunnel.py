"""A train that goes into a tunnel: the line of a page is cut, and the server notices nothing."""

import re

from playwright.sync_api import Page, WebSocketRoute


class Line:
    """The sockets of a page; make it before the page goes anywhere."""

    def __init__(self, page: Page) -> None:
        self._sockets: list[WebSocketRoute] = []
        self._is_up = False
        page.route_web_socket(re.compile("/_event"), self._carry)

    def is_up(self) -> bool:
        """Whether the page has been answered since the line was cut last."""
        return self._is_up

    def drop(self) -> None:
        """Cut the line for the page only."""
        gone, self._sockets, self._is_up = self._sockets, [], False
        for socket in gone:
            socket.close(code=4000, reason="the train went into a tunnel")

    def _carry(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(server.send)
        server.on_message(lambda message: self._answer(socket, message))
        socket.on_close(lambda *_: None)
        self._sockets.append(socket)

    def _answer(self, socket: WebSocketRoute, message: str | bytes) -> None:
        if socket in self._sockets:
            self._is_up = self._is_up or "delta" in str(message)
            socket.send(message)
