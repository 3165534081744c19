CREATE TABLE flyway.orders (id UInt64, amount Int64) ENGINE = MergeTree ORDER BY id;
