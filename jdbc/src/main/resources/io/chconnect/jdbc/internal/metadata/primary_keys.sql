SELECT c.database AS database, c.table AS table, c.name AS name,
    indexOf(splitByString(', ', t.primary_key), if(match(c.name, '^[A-Za-z_][A-Za-z0-9_]*$'), c.name, concat('`', replaceAll(replaceAll(c.name, '\\', '\\\\'), '`', '\\`'), '`'))) AS seq
FROM system.columns AS c
INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
WHERE c.is_in_primary_key AND seq > 0 AND c.database LIKE {database:String} AND c.table LIKE {table:String}
    AND t.database LIKE {database:String} AND t.name LIKE {table:String}
ORDER BY name
