SELECT name FROM system.functions WHERE arrayExists(c -> trim(c) IN ('String','String Replacement','String Search'), splitByChar(',', toString(categories))) ORDER BY name
