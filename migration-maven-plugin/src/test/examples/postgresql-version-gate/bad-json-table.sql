--@ versions 16 17
CREATE VIEW lines AS SELECT o.id, j.sku FROM orders o, JSON_TABLE(o.lines, '$[*]' COLUMNS (sku text PATH '$.sku')) AS j;
