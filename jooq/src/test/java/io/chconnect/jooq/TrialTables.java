package io.chconnect.jooq;

/** The tables of the trial. */
final class TrialTables {
    private TrialTables() {}

    static void create(TestDatabase.Scratch database) {
        database.run(
                "CREATE OR REPLACE TABLE t (id Int32, name String, v Float64, ts DateTime('UTC'), n Nullable(Int32),"
                        + " tags Array(String), m Map(String, Int32), tp Tuple(a Int32, b String))"
                        + " ENGINE = MergeTree ORDER BY id",
                "INSERT INTO t VALUES (1, 'a', 1.5, '2024-01-01 00:00:00', NULL, ['x', 'y'], {'k': 1}, (1, 'p')),"
                        + " (2, 'b', 2.5, '2024-01-02 00:00:00', 5, ['z'], {}, (2, 'q'))",
                "CREATE OR REPLACE TABLE u (id Int32, w String) ENGINE = MergeTree ORDER BY id"
                        + " SETTINGS enable_block_number_column = 1, enable_block_offset_column = 1",
                "INSERT INTO u VALUES (1, 'one'), (2, 'two')",
                "CREATE OR REPLACE TABLE f (id Int32) ENGINE = ReplacingMergeTree ORDER BY id",
                "INSERT INTO f VALUES (1), (2)",
                "INSERT INTO f VALUES (2)",
                "CREATE OR REPLACE TABLE s (id UInt32) ENGINE = MergeTree ORDER BY id SAMPLE BY id",
                "INSERT INTO s VALUES (1), (2000000000)");
    }
}
