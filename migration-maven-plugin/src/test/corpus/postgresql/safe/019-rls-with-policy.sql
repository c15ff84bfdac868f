--@ versions 14 18
--@ migration 0100
CREATE TABLE public.notes (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id integer NOT NULL,
    body      text NOT NULL
);
CREATE INDEX notes_tenant_id_idx ON public.notes (tenant_id);
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY notes_tenant ON public.notes
    USING (tenant_id = current_setting('app.tenant_id')::integer);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE public.notes;
