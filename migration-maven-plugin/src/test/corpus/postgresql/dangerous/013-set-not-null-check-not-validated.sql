--@ versions 14 18
--@ rows app.subscriptions 7700000
--@ history
CREATE SCHEMA app;
CREATE TABLE app.subscriptions (id bigint PRIMARY KEY, plan_id int, started_at timestamptz, region text);
ALTER TABLE app.subscriptions
    ADD CONSTRAINT subscriptions_plan_nn CHECK (plan_id IS NOT NULL) NOT VALID;
--@ migration 090
SET LOCAL lock_timeout = '2s';
-- the check came with 089, so this should be instant (it was never validated!)
--@ danger notnull-no-validated-check: an unvalidated CHECK proves nothing, full scan under ACCESS EXCLUSIVE
ALTER TABLE app.subscriptions ALTER COLUMN plan_id SET NOT NULL;
--@ danger notnull-no-validated-check: no CHECK at all, second full scan in the same transaction
ALTER TABLE app.subscriptions ALTER COLUMN region SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions ALTER COLUMN region DROP NOT NULL;
ALTER TABLE app.subscriptions ALTER COLUMN plan_id DROP NOT NULL;
