SELECT database, table, name
FROM system.columns
WHERE is_in_primary_key AND database LIKE {database:String} AND table LIKE {table:String}
ORDER BY name
