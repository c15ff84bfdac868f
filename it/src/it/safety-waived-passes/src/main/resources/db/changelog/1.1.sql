--liquibase formatted sql

--changeset mia:index
CREATE INDEX item_id_note_idx ON item (id, note);
--rollback DROP INDEX item_id_note_idx;

--changeset mia:no-remark
-- stairway: waive drop-column: nobody has read it since 0.9 (by mia, until 2999-12-31)
-- stairway: waive shape-only-rollback: its values are in the backup of the release (by mia, until 2999-12-31)
ALTER TABLE item DROP COLUMN remark;
--rollback ALTER TABLE item ADD COLUMN remark varchar(200);
