--@ history
CREATE TABLE parcels (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
CREATE TABLE log (id INTEGER PRIMARY KEY, parcel INTEGER);
--@ migration 002
CREATE INDEX parcels_lost ON parcels (id) WHERE state = "lost";
CREATE TRIGGER parcels_lost AFTER UPDATE ON parcels WHEN new.state = "lost" BEGIN
  INSERT INTO log (parcel) VALUES (new.id);
END;
