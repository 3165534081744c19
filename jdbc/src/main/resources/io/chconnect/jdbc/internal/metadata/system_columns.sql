SELECT concat(table, '.', name) AS column
FROM system.columns
WHERE database = 'system' AND table IN ('tables', 'columns', 'functions', 'keywords', 'data_skipping_indices', 'grants')
