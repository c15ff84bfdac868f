--@ versions 13 18
--@ rows public.customer 24000000
--@ history
CREATE TABLE public.customer (
    id bigint PRIMARY KEY,
    mail text NOT NULL
);
--@ migration 20240910120000
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE ONLY public.customer
    ADD COLUMN birth_date date,
    ADD COLUMN newsletter boolean,
    ADD COLUMN rename_to text;
--@ down
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE ONLY public.customer
    DROP COLUMN birth_date,
    DROP COLUMN newsletter,
    DROP COLUMN rename_to;
