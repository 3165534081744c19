"""The JVM of a process: how it starts and ends."""

import os
import subprocess
import sys

import pytest

from chconnect_superset import dbapi, jvm

END_SECONDS = 60


def test_the_drivers_jar_has_to_be_named(monkeypatch):
    import jpype

    monkeypatch.setattr(jpype, "isJVMStarted", lambda: False)
    monkeypatch.delenv(jvm.JAR_VARIABLE, raising=False)
    with pytest.raises(dbapi.InterfaceError, match=jvm.JAR_VARIABLE):
        dbapi.connect("jdbc:clickhouse://localhost")
    with pytest.raises(dbapi.InterfaceError, match="/nowhere.jar"):
        dbapi.connect("jdbc:clickhouse://localhost", jar="/nowhere.jar")


def test_a_forked_process_needs_a_jvm_of_its_own(connection, monkeypatch):
    monkeypatch.setattr(jvm, "_process", -1)
    with pytest.raises(dbapi.InterfaceError, match="forked"):
        dbapi.connect("jdbc:clickhouse://localhost")


def test_a_process_ends_though_a_thread_that_connected_stays(engine):
    program = (
        "import sys, threading\n"
        "from sqlalchemy import create_engine\n"
        "done, wait = threading.Event(), threading.Event()\n"
        "def serve():\n"
        "    print(create_engine(sys.argv[1]).connect().exec_driver_sql('SELECT 1').scalar())\n"
        "    done.set()\n"
        "    wait.wait()\n"
        "threading.Thread(target=serve, daemon=True).start()\n"
        "assert done.wait(60)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(engine.url)], env=os.environ, capture_output=True, text=True, timeout=END_SECONDS
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "1\n", "")
