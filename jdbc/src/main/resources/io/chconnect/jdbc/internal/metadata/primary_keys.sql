SELECT database, table, name, row_number() OVER (PARTITION BY database, table ORDER BY position) AS seq
FROM system.columns
WHERE is_in_primary_key AND database LIKE {database:String} AND table LIKE {table:String}
ORDER BY name
