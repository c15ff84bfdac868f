--@ product sqlite
--@ versions 3.35 3.54
--@ history
CREATE TABLE brand (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE model (id INTEGER PRIMARY KEY, brand_id INTEGER NOT NULL REFERENCES brand (id) ON DELETE RESTRICT, name TEXT NOT NULL);
CREATE INDEX model_brand ON model (brand_id);
--@ migration 20240105
--@ danger pragma-fk-in-tx: ignored without a word inside the runner's transaction, the models below are refused where keys are on
PRAGMA foreign_keys = OFF;
INSERT INTO model (id, brand_id, name) VALUES (9001, 77, 'E-Cargo'), (9002, 77, 'E-City');
INSERT INTO brand (id, name) VALUES (77, 'Velo');
--@ danger pragma-fk-in-tx: ignored as well
PRAGMA foreign_keys = ON;
