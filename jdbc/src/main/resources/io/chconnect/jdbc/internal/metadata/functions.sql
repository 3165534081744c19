SELECT name FROM system.functions WHERE name LIKE {function:String} ORDER BY name
