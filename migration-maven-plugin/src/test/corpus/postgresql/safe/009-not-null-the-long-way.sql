--@ versions 14 18
--@ rows app.subscriptions 7700000
--@ history
CREATE SCHEMA app;
CREATE TABLE app.subscriptions (id bigint PRIMARY KEY, plan_id int);
--@ migration 089
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions
    ADD CONSTRAINT subscriptions_plan_nn CHECK (plan_id IS NOT NULL) NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions DROP CONSTRAINT subscriptions_plan_nn;
--@ migration 090
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions VALIDATE CONSTRAINT subscriptions_plan_nn;
--@ migration 091
-- proven by the CHECK, no scan
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions ALTER COLUMN plan_id SET NOT NULL;
ALTER TABLE app.subscriptions DROP CONSTRAINT subscriptions_plan_nn;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE app.subscriptions
    ADD CONSTRAINT subscriptions_plan_nn CHECK (plan_id IS NOT NULL) NOT VALID;
ALTER TABLE app.subscriptions ALTER COLUMN plan_id DROP NOT NULL;
