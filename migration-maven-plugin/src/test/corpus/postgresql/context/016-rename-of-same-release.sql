--@ versions 14 18
--@ migration 0001
CREATE TABLE survey (id bigint PRIMARY KEY, titel text NOT NULL, draft_note text);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE survey;
--@ migration 0002
-- review: English names, no notes; nobody has seen the table yet
SET LOCAL lock_timeout = '2s';
ALTER TABLE survey RENAME COLUMN titel TO title;
ALTER TABLE survey DROP COLUMN draft_note;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE survey ADD COLUMN draft_note text;
ALTER TABLE survey RENAME COLUMN title TO titel;
