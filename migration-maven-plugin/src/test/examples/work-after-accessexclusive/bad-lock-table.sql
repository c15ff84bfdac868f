--@ also lock-table
LOCK TABLE places IN ACCESS EXCLUSIVE MODE;
DELETE FROM places WHERE id IN (4, 5);
