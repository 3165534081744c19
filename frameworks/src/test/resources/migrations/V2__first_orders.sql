-- A comment; with a semicolon.
INSERT INTO flyway.orders VALUES (1, 40);
INSERT INTO flyway.orders VALUES (2, 2);
