SELECT database, table, name, type, position, default_kind, default_expression, comment
FROM system.columns
WHERE database LIKE {database:String} AND table LIKE {table:String} AND name LIKE {column:String}
ORDER BY database, table, position
