SELECT name FROM system.functions WHERE arrayExists(c -> trim(c) IN ('Dates and Times'), splitByChar(',', toString(categories))) ORDER BY name
