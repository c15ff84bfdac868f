-- // product has a note
ALTER TABLE product ADD COLUMN note VARCHAR(200);

-- //@UNDO
ALTER TABLE product DROP COLUMN note;
