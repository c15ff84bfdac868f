--@ also explicit-tx
BEGIN;
SET LOCAL lock_timeout = '2s';
LOCK TABLE public.customers IN EXCLUSIVE MODE NOWAIT;
COMMIT;
