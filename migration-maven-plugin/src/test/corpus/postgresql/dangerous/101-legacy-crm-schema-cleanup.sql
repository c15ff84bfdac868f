--@ versions 13 18
--@ rows crm_legacy.contact 950000
--@ rows public.opportunity 2100000
--@ history
CREATE SCHEMA crm_legacy;
CREATE TABLE crm_legacy.contact (
    id bigint PRIMARY KEY,
    display_name text NOT NULL,
    phone text
);
CREATE VIEW public.contact_directory AS
    SELECT id, display_name, phone FROM crm_legacy.contact;
CREATE SCHEMA sales;
CREATE TABLE public.opportunity (
    id bigint PRIMARY KEY,
    contact_id bigint NOT NULL,
    amount numeric(14,2) NOT NULL
);
--@ migration 20240902_01_drop_legacy
-- CRM-881: nobody should be using the old schema any more
SET LOCAL lock_timeout = '5s';
--@ danger drop-schema-db: contact and its 950k rows are gone for good
--@ danger cascade: the public view contact_directory, outside the schema, is dropped with it
DROP SCHEMA IF EXISTS crm_legacy CASCADE;
--@ migration 20240902_02_move_opportunity
SET LOCAL lock_timeout = '5s';
--@ danger set-schema-owner-role: every unqualified query of the running release stops finding opportunity
ALTER TABLE public.opportunity SET SCHEMA sales;
