SELECT name FROM system.databases WHERE name LIKE {database:String} ORDER BY name
