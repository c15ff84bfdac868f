CREATE TABLE flags (id bigint PRIMARY KEY, state text);
ALTER TABLE flags ADD COLUMN note text;
UPDATE flags SET note = 'none';
