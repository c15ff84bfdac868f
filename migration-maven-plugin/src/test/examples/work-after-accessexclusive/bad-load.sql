ALTER TABLE zip_codes ADD COLUMN region text;
COPY zip_codes FROM '/var/lib/import/zip_codes.csv' WITH (FORMAT csv);
