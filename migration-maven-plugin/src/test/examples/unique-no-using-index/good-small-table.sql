--@ also add-unique-existing
--@ rows countries 249
ALTER TABLE countries ADD CONSTRAINT countries_code_key UNIQUE (code);
