--@ also set-notnull set-not-null version-gate
--@ versions 18
ALTER TABLE users ADD CONSTRAINT users_email_not_null NOT NULL email;
