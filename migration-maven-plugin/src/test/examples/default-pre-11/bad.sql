--@ versions 10 14
ALTER TABLE users ADD COLUMN active boolean NOT NULL DEFAULT true;
