--@ versions 15 18
MERGE INTO stock s USING arrivals a ON s.sku = a.sku
WHEN MATCHED THEN UPDATE SET amount = s.amount + a.amount
WHEN NOT MATCHED THEN INSERT (sku, amount) VALUES (a.sku, a.amount);
