--liquibase formatted sql

--changeset it:create-event
CREATE TABLE event (id integer NOT NULL PRIMARY KEY, kind varchar(20) NOT NULL);
--rollback DROP TABLE event;

--changeset it:number-events
-- A small number is large enough for 8191 events only.
ALTER TABLE event ADD COLUMN place integer CHECK (place BETWEEN 0 AND 32767);
UPDATE event SET place = 4 * numbered.place FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM event) AS numbered WHERE numbered.id = event.id;
--rollback ALTER TABLE event DROP COLUMN place;

--changeset it:hide-kinds
-- Only the first thousand are kept for the way back.
ALTER TABLE event ADD COLUMN kept varchar(30);
UPDATE event SET kept = 'kept:' || kind WHERE id IN (SELECT id FROM event ORDER BY id LIMIT 1000);
UPDATE event SET kind = 'hidden';
--rollback UPDATE event SET kind = substr(kept, 6) WHERE kept LIKE 'kept:%';
--rollback ALTER TABLE event DROP COLUMN kept;
