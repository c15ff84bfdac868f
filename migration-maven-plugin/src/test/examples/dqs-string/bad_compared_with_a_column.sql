--@ history
CREATE TABLE parcels (id INTEGER PRIMARY KEY, state TEXT NOT NULL, lost TEXT);
--@ migration 002
DELETE FROM parcels WHERE id < 9 AND state = "lost";
