"""A bare Socket.IO server that sends back what it hears: the floor of every comparison."""

import socketio

server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")
application = socketio.ASGIApp(server, socketio_path="_event")


@server.on("event", namespace="/_event")
async def echo(sid: str, data: object) -> None:
    await server.emit("event", data, to=sid, namespace="/_event")


def app() -> socketio.ASGIApp:
    """For `granian --factory`."""
    return application
