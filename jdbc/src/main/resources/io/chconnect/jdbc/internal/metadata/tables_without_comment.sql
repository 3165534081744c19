SELECT database, name, engine, is_temporary, '' AS comment
FROM system.tables
WHERE database LIKE {database:String} AND name LIKE {table:String}
