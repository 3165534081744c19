"""The one JVM of this process, with the driver's jar on its class path."""

import os
import threading

from .errors import InterfaceError

JAR_VARIABLE = "CLICKHOUSE_CONNECT_JDBC_JAR"
DRIVER = "io.chconnect.jdbc.ClickHouseDriver"

_lock = threading.Lock()
_process = None


def driver(jar: str | None = None):
    """A driver object. Starts the JVM when none runs; a JVM does not survive a fork, so that each process needs its own."""
    global _process
    import jpype

    with _lock:
        if not jpype.isJVMStarted():
            path = jar or os.environ.get(JAR_VARIABLE)
            if not path:
                raise InterfaceError(f"The driver's jar is not named: set {JAR_VARIABLE} to its path")
            if not os.path.isfile(path):
                raise InterfaceError(f"The driver's jar is not there: {path}")
            _start(path)
            _process = os.getpid()
        elif _process is not None and _process != os.getpid():
            raise InterfaceError(
                "The JVM was started before this process was forked and does not work here:"
                " connect only in worker processes, or start them without preloading"
            )
    try:
        return jpype.JClass(DRIVER)()
    except TypeError as e:
        raise InterfaceError(f"The running JVM has no {DRIVER}: put the driver's jar on its class path") from e


def _start(path: str) -> None:
    """Starts the JVM in a thread of its own, which leaves it at once: the end of the JVM would wait for the thread that started
    it, such as one of a pool that serves requests."""
    import jpype

    failures = []

    def run():
        try:
            # Signals are Python's.
            jpype.startJVM("-Xrs", classpath=[path], convertStrings=False)
            jpype.java.lang.Thread.detach()
        except BaseException as e:
            failures.append(e)

    thread = threading.Thread(target=run, name="start of the JVM")
    thread.start()
    thread.join()
    if failures:
        raise InterfaceError(f"The JVM does not start: {failures[0]}") from failures[0]
