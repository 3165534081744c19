SELECT database, table, name, expr
FROM system.data_skipping_indices
WHERE database LIKE {database:String} AND table LIKE {table:String}
ORDER BY name
