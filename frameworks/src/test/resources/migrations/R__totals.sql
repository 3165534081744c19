CREATE OR REPLACE VIEW flyway.totals AS SELECT sum(amount) AS total FROM flyway.orders;
