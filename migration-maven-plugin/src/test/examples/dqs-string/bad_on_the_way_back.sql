--@ history
CREATE TABLE parcels (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
--@ migration 002
UPDATE parcels SET state = 'open' WHERE id = 4;
--@ down
UPDATE parcels SET state = "new" WHERE id = 4;
