SELECT database, table, name, type, position, default_kind, default_expression, comment
FROM
(
    SELECT database, table, groupArray(name) AS names, groupArray(type) AS types,
        groupArray(default_kind) AS kinds, groupArray(default_expression) AS expressions, groupArray(comment) AS comments
    FROM system.columns
    WHERE database LIKE {database:String} AND table LIKE {table:String}
    GROUP BY database, table
)
ARRAY JOIN names AS name, types AS type, arrayEnumerate(names) AS position, kinds AS default_kind,
    expressions AS default_expression, comments AS comment
WHERE name LIKE {column:String}
ORDER BY database, table, position
