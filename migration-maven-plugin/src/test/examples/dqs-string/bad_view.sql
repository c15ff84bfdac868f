--@ history
CREATE TABLE parcels (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
--@ migration 002
CREATE VIEW waiting AS SELECT p.id FROM parcels p WHERE p.state = "waiting";
