"""Adds the server to Superset as a database over JDBC, browses it, runs a query in SQL Lab and draws a chart of the flights; each
answer is compared with the server's own. usage: superset_check.py URL DIRECTORY"""

import json
import os
import secrets
import sys
import tempfile
from urllib.parse import urlsplit

import requests

from instance import USER, Instance
from pictures import browser, take

SCHEMA = "airline"
TABLE = "flights"
COLUMNS = {
    "date": "DateTime('UTC')",
    "delay": "Int16",
    "distance": "UInt16",
    "origin": "LowCardinality(String)",
    "destination": "LowCardinality(String)",
}
# Without a LIMIT: Superset puts its own in its place.
BY_ORIGIN = (
    f"SELECT origin, count() AS n, avg(delay) AS mean FROM {SCHEMA}.{TABLE}"
    " GROUP BY origin HAVING n > 60000 ORDER BY n DESC"
)
BY_DAY = f"SELECT toStartOfDay(date) AS day, avg(delay) AS mean FROM {SCHEMA}.{TABLE} GROUP BY day ORDER BY day"


def main(url: str, directory: str) -> None:
    with tempfile.TemporaryDirectory() as home, Instance(home) as superset:
        database = add_database(superset, url)
        browse(superset, database)
        query(superset, database, url)
        chart = draw(superset, database, url)
        with browser(superset, USER) as driver:
            shot = os.path.join(directory, "chart.png")
            take(driver, f"{superset.url}/explore/?slice_id={chart}", ".chart-container canvas", shot)
            print(f"chart drawn: {os.path.getsize(shot)} bytes")
    print("superset_check: passed")


def add_database(superset: Instance, url: str) -> int:
    # Superset gives expressions the names of the columns they are made of.
    setting = "clickhouse_setting_prefer_column_name_to_alias=1"
    uri = f"clickhouse+jdbc://{urlsplit(url).netloc}/{SCHEMA}?{setting}"
    superset.post("/api/v1/database/test_connection/", {"sqlalchemy_uri": uri, "database_name": "ClickHouse"})
    added = superset.post(
        "/api/v1/database/", {"database_name": "ClickHouse", "sqlalchemy_uri": uri, "expose_in_sqllab": True}
    )
    print(f"database added: {uri.split('://')[0]}")
    return added["id"]


def browse(superset: Instance, database: int) -> None:
    schemas = superset.get(f"/api/v1/database/{database}/schemas/")["result"]
    assert {SCHEMA, "system"} <= set(schemas), schemas
    tables = superset.get(f"/api/v1/database/{database}/tables/", q=f"(force:!t,schema_name:{SCHEMA})")["result"]
    assert TABLE in [table["value"] for table in tables], tables
    found = superset.get(f"/api/v1/database/{database}/table_metadata/", name=TABLE, schema=SCHEMA)
    types = {column["name"]: column["longType"] for column in found["columns"]}
    assert types == COLUMNS, types
    print(f"table browsed: {types}")


def query(superset: Instance, database: int, url: str) -> None:
    body = {"database_id": database, "sql": BY_ORIGIN, "schema": SCHEMA, "runAsync": False, "queryLimit": 1000}
    answer = superset.post("/api/v1/sqllab/execute/", {**body, "client_id": secrets.token_hex(5)})
    assert answer["status"] == "success", answer
    assert answer["data"] == own(url, BY_ORIGIN), answer["data"]
    assert [column["type"] for column in answer["columns"]] == ["LOWCARDINALITY(STRING)", "UINT64", "FLOAT64"], answer
    refused = superset.session.post(
        superset.url + "/api/v1/sqllab/execute/",
        json={**body, "sql": "SELECT nothing", "client_id": secrets.token_hex(5)},
        timeout=60,
    )
    assert "UNKNOWN_IDENTIFIER" in refused.text, refused.text
    print(f"SQL Lab: {len(answer['data'])} rows, the first {answer['data'][0]}")


def draw(superset: Instance, database: int, url: str) -> int:
    dataset = superset.post("/api/v1/dataset/", {"database": database, "schema": SCHEMA, "table_name": TABLE})["id"]
    columns = superset.get(f"/api/v1/dataset/{dataset}")["result"]["columns"]
    assert [column["column_name"] for column in columns if column["is_dttm"]] == ["date"], columns
    mean = {
        "expressionType": "SIMPLE",
        "column": {"column_name": "delay"},
        "aggregate": "AVG",
        "label": "mean delay in minutes",
    }
    form = {
        "viz_type": "echarts_timeseries_line",
        "datasource": f"{dataset}__table",
        "x_axis": "date",
        "time_grain_sqla": "P1D",
        "metrics": [mean],
        "groupby": [],
        "row_limit": 10000,
        "rich_tooltip": True,
        "show_legend": True,
    }
    asked = {
        "datasource": {"id": dataset, "type": "table"},
        "queries": [
            {
                "columns": [
                    {
                        "columnType": "BASE_AXIS",
                        "expressionType": "SQL",
                        "label": "date",
                        "sqlExpression": "date",
                        "timeGrain": "P1D",
                    }
                ],
                "metrics": [mean],
                "orderby": [],
                "row_limit": 10000,
                "time_range": "No filter",
            }
        ],
        "result_format": "json",
        "result_type": "full",
    }
    answer = superset.post("/api/v1/chart/data", asked)["result"][0]
    expected = own(url, BY_DAY)
    got = sorted((row["date"], row["mean delay in minutes"]) for row in answer["data"])
    assert len(got) == len(expected), (len(got), len(expected))
    for (_, mean_delay), row in zip(got, expected):
        assert abs(mean_delay - row["mean"]) < 1e-9, (mean_delay, row)
    print(f"chart data: {len(got)} days by\n{answer['query']}")
    chart = superset.post(
        "/api/v1/chart/",
        {
            "slice_name": "Delays of flights by day",
            "viz_type": form["viz_type"],
            "datasource_id": dataset,
            "datasource_type": "table",
            "params": json.dumps(form),
            "query_context": json.dumps({**asked, "form_data": form}),
        },
    )
    return chart["id"]


def own(url: str, sql: str) -> list[dict]:
    """What the server itself answers."""
    settings = {"default_format": "JSON", "output_format_json_quote_64bit_integers": "0"}
    answer = requests.post(url, params=settings, data=sql, timeout=120)
    answer.raise_for_status()
    return answer.json()["data"]


if __name__ == "__main__":
    main(*sys.argv[1:])
