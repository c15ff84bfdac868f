--@ product sqlite
--@ also data-in-migration
INSERT OR IGNORE INTO "countries" VALUES ('de', 'Germany');
