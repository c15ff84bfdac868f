--@ versions 13 18
--@ rows "subscriptions" 17000000
--@ history
CREATE TABLE "subscriptions" ("id" bigserial primary key, "plan" character varying NOT NULL);
--@ migration 20240519111500
-- add_column :subscriptions, :seats, :integer, null: false, default: 1
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE "subscriptions" ADD "seats" integer DEFAULT 1 NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE "subscriptions" DROP COLUMN "seats";
