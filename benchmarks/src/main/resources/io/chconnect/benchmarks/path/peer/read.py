"""Reads the five columns with clickhouse-connect; for each line of the input once. Answers: rows, nanoseconds, CPU nanoseconds."""
import sys
import time

import clickhouse_connect
from clickhouse_connect.driver.ctypes import RespBuffCls

host, port, kind, sql = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
client = clickhouse_connect.get_client(host=host, port=port, username="default", password="", compress=False)


def rows():
    count = 0
    with client.query_rows_stream(sql) as stream:
        for _ in stream:
            count += 1
    return count


def numpy():
    count = 0
    with client.query_np_stream(sql) as stream:
        for block in stream:
            count += len(block)
    return count


def columns():
    count = 0
    with client.query_column_block_stream(sql) as stream:
        for block in stream:
            count += len(block[0])
    return count


def arrow():
    return client.query_arrow(sql).num_rows


work = {"rows": rows, "columns": columns, "numpy": numpy, "arrow": arrow}[kind]
print("ready", RespBuffCls.__module__, flush=True)
for _ in sys.stdin:
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    count = work()
    print(count, time.perf_counter_ns() - wall, time.process_time_ns() - cpu, flush=True)
