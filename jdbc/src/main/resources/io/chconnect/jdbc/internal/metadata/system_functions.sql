SELECT name FROM system.functions WHERE arrayExists(c -> trim(c) IN ('Other','Introspection'), splitByChar(',', toString(categories))) ORDER BY name
