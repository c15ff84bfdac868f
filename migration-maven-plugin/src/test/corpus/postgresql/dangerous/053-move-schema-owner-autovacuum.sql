--@ versions 18
--@ rows public.gps_trace 600000000
--@ rows public.trips 9000000
--@ history
CREATE SCHEMA fleet;
CREATE TABLE public.gps_trace (id bigint PRIMARY KEY, trip_id bigint NOT NULL, pos point);
CREATE TABLE public.trips (id bigint PRIMARY KEY, driver_id bigint);
CREATE INDEX gps_trace_trip_idx ON public.gps_trace (trip_id);
--@ migration 210
SET LOCAL lock_timeout = '2s';
--@ danger autovacuum-off: never switched on again: bloat, wraparound
ALTER TABLE public.gps_trace SET (autovacuum_enabled = false);
--@ migration 211
SET LOCAL lock_timeout = '2s';
--@ danger not-enforced: looks like a foreign key, protects nothing
ALTER TABLE public.gps_trace ADD CONSTRAINT gps_trace_trip_fk FOREIGN KEY (trip_id)
    REFERENCES public.trips (id) ON DELETE RESTRICT NOT ENFORCED;
--@ migration 212
SET LOCAL lock_timeout = '2s';
--@ danger set-schema-owner-role: code that says trips or public.trips fails at once
ALTER TABLE public.trips SET SCHEMA fleet;
