--@ product sqlite
INSERT OR IGNORE INTO "countries" VALUES ('de', 'Germany');
