SELECT database, name, comment,
    multiIf(
        is_temporary, 'TEMPORARY TABLE',
        database IN ('system', 'information_schema', 'INFORMATION_SCHEMA'), 'SYSTEM TABLE',
        engine = 'MaterializedView', 'MATERIALIZED VIEW',
        endsWith(engine, 'View'), 'VIEW',
        engine = 'Dictionary', 'DICTIONARY',
        'TABLE') AS table_type
FROM system.tables
WHERE database LIKE {database:String} AND name LIKE {table:String}
ORDER BY table_type, database, name
