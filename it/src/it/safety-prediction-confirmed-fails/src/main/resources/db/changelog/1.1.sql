--liquibase formatted sql

--changeset mia:index
CREATE INDEX item_id_note_idx ON item (id, note);
--rollback DROP INDEX item_id_note_idx;
