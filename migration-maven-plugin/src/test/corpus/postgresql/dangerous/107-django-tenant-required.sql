--@ versions 10 16
--@ rows "booking_reservation" 15000000
--@ rows "booking_guest" 9000000
--@ history
CREATE TABLE "booking_reservation" ("id" bigint NOT NULL PRIMARY KEY, "starts_on" date NOT NULL, "state" varchar(16) DEFAULT 'requested' NOT NULL);
CREATE TABLE "booking_guest" ("id" bigint NOT NULL PRIMARY KEY, "name" varchar(120) NOT NULL);
--@ migration 0031_reservation_tenant
--
-- Add field tenant to reservation
--
SET LOCAL lock_timeout = '2s';
--@ danger add-notnull-no-default: fails on the first existing row
ALTER TABLE "booking_reservation" ADD COLUMN "tenant_id" bigint NOT NULL;
--@ migration 0032_guest_tier
SET LOCAL lock_timeout = '2s';
--@ danger default-pre-11: PostgreSQL 10 rewrites the whole table for the constant default
ALTER TABLE "booking_guest" ADD COLUMN "tier" smallint DEFAULT 0 NOT NULL;
--@ migration 0033_guest_nickname
--
-- Add field nickname to guest
--
--@ danger no-lock-timeout: waits behind a long report without end, everybody else queues behind it
ALTER TABLE "booking_guest" ADD COLUMN "nickname" varchar(60) NULL;
--@ migration 0034_state_default
SET LOCAL lock_timeout = '2s';
--@ danger change-default: the old release relies on new reservations being 'requested'
ALTER TABLE "booking_reservation" ALTER COLUMN "state" SET DEFAULT 'confirmed';
