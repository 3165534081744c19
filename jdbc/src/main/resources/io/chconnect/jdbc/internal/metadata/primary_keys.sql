SELECT database, name AS table, primary_key
FROM system.tables
WHERE database LIKE {database:String} AND name LIKE {table:String} AND primary_key != ''
