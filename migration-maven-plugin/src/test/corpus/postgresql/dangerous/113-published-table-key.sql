--@ versions 14 18
--@ rows public.ticket 7700000
--@ history
CREATE TABLE public.ticket (
    id bigint NOT NULL,
    code uuid NOT NULL,
    CONSTRAINT ticket_pkey PRIMARY KEY (id)
);
CREATE PUBLICATION analytics FOR ALL TABLES;
--@ migration T-301
SET LOCAL lock_timeout = '2s';
--@ danger drop-pk: rows lose their identity, duplicates get in
--@ danger drop-replica-identity: UPDATE and DELETE on the published table fail at once
ALTER TABLE public.ticket DROP CONSTRAINT ticket_pkey;
--@ migration T-302
--@ danger no-pk: the publication covers all tables; UPDATE and DELETE of a scan will be refused
CREATE TABLE public.ticket_scan (
    ticket_code uuid NOT NULL,
    gate smallint NOT NULL,
    scanned_at timestamp with time zone DEFAULT now() NOT NULL
);
