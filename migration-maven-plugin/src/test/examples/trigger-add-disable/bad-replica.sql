SET session_replication_role = replica;
UPDATE orders SET note = 'x' WHERE id = 7;
SET session_replication_role = DEFAULT;
