--@ versions 13 18
--@ rows public.seat 1200000
--@ rows public.reservation 9000000
--@ rows public.event 350000
--@ history
CREATE TABLE public.seat (id bigint PRIMARY KEY, event_id bigint NOT NULL, state smallint NOT NULL);
CREATE TABLE public.reservation (id bigint PRIMARY KEY, seat_id bigint NOT NULL);
CREATE TABLE public.event (id bigint PRIMARY KEY, title text NOT NULL);
--@ migration 5.4.0/1
SET LOCAL lock_timeout = '2s';
--@ danger lock-table: nobody can book while this migration runs
LOCK TABLE public.seat IN ACCESS EXCLUSIVE MODE;
--@ danger work-after-accessexclusive: data change while all readers of seat wait
UPDATE public.seat SET state = 2 WHERE event_id BETWEEN 7000 AND 7100 AND state = 9;
--@ migration 5.4.0/2
SET LOCAL lock_timeout = '2s';
ALTER TABLE public.reservation ADD COLUMN channel text;
--@ danger multi-table-exclusive: reservation stays locked while we wait for event; deadlock with the booking code
ALTER TABLE public.event ADD COLUMN channel_policy text;
