--@ also lock-table
LOCK TABLE places IN SHARE MODE;
DELETE FROM visits WHERE id IN (4, 5);
