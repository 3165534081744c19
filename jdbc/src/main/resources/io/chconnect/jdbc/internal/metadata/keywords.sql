SELECT DISTINCT keyword FROM system.keywords WHERE position(keyword, ' ') = 0 ORDER BY keyword
