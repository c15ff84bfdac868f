--@ also data-in-migration unbatched-backfill
--@ versions 16 17
MERGE INTO stock s USING deliveries d ON s.item = d.item WHEN MATCHED THEN UPDATE SET amount = d.amount RETURNING s.item;
