--@ also explicit-tx
BEGIN;
LOCK TABLE accounts IN SHARE MODE;
COMMIT;
