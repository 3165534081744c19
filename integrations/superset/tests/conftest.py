"""A server is named by CLICKHOUSE_URL, such as http://127.0.0.1:8123; without it, what needs one is skipped."""

import os
from urllib.parse import urlsplit

import pytest
from sqlalchemy import create_engine


@pytest.fixture(scope="session")
def engine():
    url = os.environ.get("CLICKHOUSE_URL")
    if not url:
        pytest.skip("CLICKHOUSE_URL names no server")
    engine = create_engine(f"clickhouse+jdbc://{urlsplit(url).netloc}/default")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE IF NOT EXISTS superset_tests ENGINE = Atomic")
    yield engine
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE superset_tests")
    engine.dispose()


@pytest.fixture
def connection(engine):
    with engine.connect() as connection:
        yield connection
