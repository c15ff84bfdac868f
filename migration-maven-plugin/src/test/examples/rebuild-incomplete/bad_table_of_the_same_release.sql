--@ migration 001
CREATE TABLE drafts (id INTEGER PRIMARY KEY, body TEXT);
CREATE INDEX drafts_body ON drafts (body);
--@ migration 002
CREATE TABLE drafts_new (id INTEGER PRIMARY KEY, body TEXT NOT NULL DEFAULT '');
INSERT INTO drafts_new (id, body) SELECT id, coalesce(body, '') FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_new RENAME TO drafts;
