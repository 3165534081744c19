"""The dialect: what it compiles to, and what it reflects from a real server."""

import datetime

import pytest
from sqlalchemy import String, column, create_engine, exc, func, inspect, literal, literal_column, select, table, text
from sqlalchemy.engine import make_url

from chconnect_superset.dialect import ClickHouseJdbcDialect


def compiled(statement):
    return " ".join(
        str(statement.compile(dialect=ClickHouseJdbcDialect(), compile_kwargs={"literal_binds": True})).split()
    )


def arguments(url):
    return ClickHouseJdbcDialect().create_connect_args(make_url(url))


def test_the_url_becomes_the_drivers():
    assert arguments("clickhouse+jdbc://u:p%40:@host:8443/db?ssl=true&compression=lz4") == (
        ["jdbc:clickhouse://host:8443"],
        {"properties": {"ssl": "true", "compression": "lz4", "database": "db", "user": "u", "password": "p@:"}},
    )
    assert arguments("clickhouse+jdbc://[::1]:8123") == (["jdbc:clickhouse://[::1]:8123"], {"properties": {}})
    assert arguments("clickhouse+jdbc://") == (["jdbc:clickhouse://localhost"], {"properties": {}})


def test_names_and_texts_are_escaped():
    assert compiled(select(column("a`b\\c"))) == "SELECT `a``b\\\\c`"
    assert compiled(select(literal("it's \\ %"))) == "SELECT 'it\\'s \\\\ %' AS anon_1"


def test_limits_are_clickhouses():
    rows = select(literal_column("1")).select_from(table("t"))
    assert compiled(rows.limit(3).offset(2)) == "SELECT 1 FROM t LIMIT 3 OFFSET 2"
    assert compiled(rows.offset(2)) == "SELECT 1 FROM t OFFSET 2"


@pytest.fixture
def shop(connection):
    connection.exec_driver_sql(
        "CREATE OR REPLACE TABLE superset_tests.`shop_1` (id UInt64, price Decimal(18, 4) DEFAULT 1.5 COMMENT 'euro',"
        " `odd ``name\\\\` Nullable(String), at DateTime('UTC')) ENGINE = MergeTree ORDER BY id COMMENT 'a shop'"
    )
    connection.exec_driver_sql("CREATE OR REPLACE VIEW superset_tests.seen AS SELECT 1 AS one")
    connection.exec_driver_sql("CREATE OR REPLACE TABLE superset_tests.shopx1 (a Int8) ENGINE = Memory")
    return "shop_1"


def test_databases_tables_and_views_are_listed(engine, shop):
    found = inspect(engine)
    assert {"default", "system", "superset_tests"} <= set(found.get_schema_names())
    assert found.default_schema_name == "default"
    assert {"shop_1", "shopx1"} <= set(found.get_table_names("superset_tests"))
    assert "seen" not in found.get_table_names("superset_tests")
    assert found.get_view_names("superset_tests") == ["seen"]
    assert found.get_view_definition("seen", "superset_tests") == "SELECT 1 AS one"
    assert found.get_table_comment(shop, "superset_tests") == {"text": "a shop"}
    assert "one" in found.get_table_names("system")


def test_columns_are_reflected(engine, shop):
    found = inspect(engine)
    columns = found.get_columns(shop, "superset_tests")
    assert [(c["name"], c["type"].compile(dialect=engine.dialect), c["nullable"]) for c in columns] == [
        ("id", "UInt64", False),
        ("price", "Decimal(18, 4)", False),
        ("odd `name\\", "Nullable(String)", True),
        ("at", "DateTime('UTC')", False),
    ]
    assert (columns[1]["default"], columns[1]["comment"]) == ("1.5", "euro")
    assert columns[3]["type"].python_type is datetime.datetime
    assert found.get_pk_constraint(shop, "superset_tests")["constrained_columns"] == []
    assert found.get_indexes(shop, "superset_tests") == found.get_foreign_keys(shop, "superset_tests") == []


def test_a_table_that_is_not_there_is_said_to_be_missing(engine):
    with pytest.raises(exc.NoSuchTableError):
        inspect(engine).get_columns("nothing_like_it", "superset_tests")
    assert not inspect(engine).has_table("nothing_like_it", "superset_tests")


def test_statements_of_sqlalchemy_run(connection, shop):
    connection.exec_driver_sql("INSERT INTO superset_tests.shop_1 VALUES (1, 2, 'it''s \\\\', '2024-01-01'), (2, 3, NULL, '2025-01-01')")
    odd = column("odd `name\\", String)
    shop_table = table(shop, column("id"), odd, schema="superset_tests")
    found = select(func.count().label("n"), func.max(shop_table.c.id).label("most")).where(odd == "it's \\")
    assert tuple(connection.execute(found.select_from(shop_table)).one()) == (1, 1)
    assert tuple(connection.exec_driver_sql(compiled(found.select_from(shop_table))).one()) == (1, 1)
    assert connection.execute(text("SELECT :a || 'b'"), {"a": "x'"}).scalar() == "x'b"


def test_a_server_that_is_not_there_is_an_operational_error():
    with pytest.raises(exc.OperationalError, match="127.0.0.1:1"):
        create_engine("clickhouse+jdbc://127.0.0.1:1").connect()
