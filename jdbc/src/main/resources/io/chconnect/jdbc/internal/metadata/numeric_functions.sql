SELECT name FROM system.functions WHERE arrayExists(c -> trim(c) IN ('Arithmetic','Mathematical','Rounding','Random Number'), splitByChar(',', toString(categories))) ORDER BY name
