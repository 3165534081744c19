SELECT name, alias_to FROM system.data_type_families ORDER BY name
