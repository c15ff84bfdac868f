--@ also rebuild-fk-on
--@ history
CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE dogs (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES owners (id) ON DELETE CASCADE);
CREATE INDEX dogs_owner ON dogs (owner_id);
--@ migration 002
ALTER TABLE owners ADD COLUMN born TEXT;
--@ down
CREATE TABLE owners_old (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO owners_old (id, name) SELECT id, name FROM owners;
DROP TABLE owners;
ALTER TABLE owners_old RENAME TO owners;
