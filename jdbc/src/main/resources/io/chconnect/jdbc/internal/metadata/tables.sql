SELECT database, name, engine, is_temporary, comment
FROM system.tables
WHERE database LIKE {database:String} AND name LIKE {table:String}
