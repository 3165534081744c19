"""A Superset of its own in a temporary directory, and its REST API."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time

import requests

USER = "admin"
READY_SECONDS = 180
REQUEST_SECONDS = 120
SETUP_SECONDS = 600


class Instance:
    """A running Superset; ends with the with block."""

    def __init__(self, home: str):
        self.home = home
        self.password = secrets.token_hex(16)
        self.environment = {
            **os.environ,
            "SUPERSET_HOME": home,
            "SUPERSET_CONFIG_PATH": os.path.join(os.path.dirname(os.path.abspath(__file__)), "superset_config.py"),
            "CHECK_SECRET": secrets.token_hex(32),
            "FLASK_APP": "superset.app:create_app()",
        }
        self.url = f"http://127.0.0.1:{_free_port()}"
        self.session = requests.Session()

    def __enter__(self) -> "Instance":
        self._set_up("db", "upgrade")
        who = ["--username", USER, "--firstname", "A", "--lastname", "B", "--email", "admin@localhost"]
        self._set_up("fab", "create-admin", *who, "--password", self.password)
        self._set_up("init")
        self.log = open(os.path.join(self.home, "server.log"), "w+")
        # The JVM starts in the worker, when the first connection is made.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--workers=1", "--worker-class=gthread", "--threads=8", "--timeout=120"]
            + ["--bind", self.url.removeprefix("http://"), "superset.app:create_app()"],
            env=self.environment,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            self._await()
            self._log_in()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, kind, error, trace) -> None:
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise AssertionError("Superset did not end when it was asked to") from error
        if error is not None:
            self.log.seek(0)
            print(self.log.read()[-8000:], file=sys.stderr)
        self.log.close()

    def get(self, path: str, **parameters):
        return self._answer(self.session.get(self.url + path, params=parameters, timeout=REQUEST_SECONDS))

    def post(self, path: str, body: dict):
        return self._answer(self.session.post(self.url + path, json=body, timeout=REQUEST_SECONDS))

    def _answer(self, response):
        if response.status_code not in (200, 201):
            raise AssertionError(f"{response.request.method} {response.url}: {response.status_code} {response.text[:2000]}")
        return response.json()

    def _set_up(self, *command: str) -> None:
        done = subprocess.run(
            [os.path.join(os.path.dirname(sys.executable), "superset"), *command],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=SETUP_SECONDS,
        )
        if done.returncode != 0:
            raise AssertionError(f"superset {command[0]} failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")

    def _await(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError("Superset ended before it was ready")
            try:
                if self.session.get(self.url + "/health", timeout=5).ok:
                    return
            except requests.RequestException:
                time.sleep(0.5)
        raise AssertionError(f"Superset was not ready within {READY_SECONDS} s")

    def _log_in(self) -> None:
        who = {"username": USER, "password": self.password, "provider": "db"}
        token = self.post("/api/v1/security/login", who)["access_token"]
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.session.headers["Referer"] = self.url
        self.session.headers["X-CSRFToken"] = self.get("/api/v1/security/csrf_token/")["result"]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
