--@ also data-in-migration unbatched-backfill
MERGE INTO stock s USING deliveries d ON s.item = d.item
WHEN MATCHED THEN UPDATE SET amount = s.amount + d.amount
WHEN NOT MATCHED THEN INSERT (item, amount) VALUES (d.item, d.amount);
