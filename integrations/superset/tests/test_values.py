"""Values against a real server."""

import datetime
from decimal import Decimal

import pytest
from sqlalchemy import exc


def row(connection, sql, *parameters):
    return tuple(connection.exec_driver_sql(sql, parameters or None).one())


def test_values_have_the_classes_of_python(connection):
    assert row(
        connection,
        "SELECT toInt8(-1), 18446744073709551615, toInt256('-170141183460469231731687303715884105729'),"
        " toFloat32(1.1), toFloat64(1e100), true, toDecimal128('12345678901234567890.123456789', 9),"
        " toDate32('2299-12-31'), toDateTime('2024-02-29 12:30:00', 'Asia/Kolkata'),"
        " toDateTime64('1901-12-13 20:45:52.5', 1, 'UTC'), 'it''s \\\\ ü', NULL",
    ) == (
        -1,
        18446744073709551615,
        -170141183460469231731687303715884105729,
        1.1,
        1e100,
        True,
        Decimal("12345678901234567890.123456789"),
        datetime.date(2299, 12, 31),
        datetime.datetime(2024, 2, 29, 12, 30),
        datetime.datetime(1901, 12, 13, 20, 45, 52, 500000),
        "it's \\ ü",
        None,
    )


def test_what_python_has_no_value_for_is_the_servers_text(connection):
    assert row(
        connection,
        "SELECT [1, 2], (1, 'a'), map('k', 1), toIPv4('127.0.0.1'), toUUID('00000000-0000-0001-0000-000000000002'),"
        " toDateTime64('2024-01-01 00:00:00.123456789', 9, 'UTC'), CAST('{\"a\":{\"b\":1}}', 'JSON')",
    ) == (
        "[1,2]",
        "(1,'a')",
        "{'k':1}",
        "127.0.0.1",
        "00000000-0000-0001-0000-000000000002",
        "2024-01-01 00:00:00.123456789",
        '{"a":{"b":1}}',
    )


def test_infinities_are_floats(connection):
    low, high, none = row(connection, "SELECT -inf, inf, nan")
    assert (low, high) == (float("-inf"), float("inf"))
    assert none != none


@pytest.mark.parametrize(
    "value",
    [
        "it's \\ ? {fn x}",
        -(2**63),
        2**64 - 1,
        1.5,
        Decimal("1.50"),
        datetime.date(2024, 2, 29),
        datetime.datetime(2024, 2, 29, 12, 30, 0, 123456),
        True,
        None,
    ],
)
def test_parameters_come_back(connection, value):
    assert row(connection, "SELECT ?", value) == (value,)


def test_a_parameter_of_another_class_is_refused(connection):
    with pytest.raises(TypeError, match="class object"):
        row(connection, "SELECT ?", object())


def test_names_and_types_of_columns_are_the_servers(connection):
    result = connection.exec_driver_sql("SELECT 1 AS `a b`, toNullable(now('UTC')) AS t, 1 AS `a b` LIMIT 0")
    assert [(column[0], column[1], column[6]) for column in result.cursor.description] == [
        ("a b", "UInt8", False),
        ("t", "Nullable(DateTime('UTC'))", True),
        ("a b", "UInt8", False),
    ]


def test_a_statement_without_parameters_is_not_read(connection):
    assert row(connection, "SELECT '{fn ?}', 1 ? 2 : 3") == ("{fn ?}", 2)


def test_many_rows_stream(connection):
    result = connection.execution_options(stream_results=True).exec_driver_sql("SELECT number FROM numbers(100000)")
    assert result.fetchone() == (0,)
    assert [value for (value,) in result.fetchmany(3)] == [1, 2, 3]
    assert len(result.fetchall()) == 99_996


def test_rows_are_written_as_one_batch(connection):
    connection.exec_driver_sql("CREATE OR REPLACE TABLE superset_tests.batch (a Int32, b String) ENGINE = Memory")
    connection.exec_driver_sql(
        "INSERT INTO superset_tests.batch (a, b) VALUES (?, ?)", [(i, f"row {i}") for i in range(1000)]
    )
    assert row(connection, "SELECT count(), sum(a), max(b) FROM superset_tests.batch") == (1000, 499500, "row 999")


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("SELEC 1", exc.ProgrammingError),
        ("SELECT * FROM nothing_like_it", exc.ProgrammingError),
        ("SELECT throwIf(1, 'no')", exc.DatabaseError),
        ("SELECT toInt32('x')", exc.DataError),
    ],
)
def test_errors_are_those_of_pep_249_with_the_servers_text(connection, sql, kind):
    with pytest.raises(kind, match="ClickHouse error [0-9]+ "):
        connection.exec_driver_sql(sql)
