--@ migration 001
ALTER TABLE IF EXISTS public."Users" RENAME TO people;
--@ migration 002
CREATE VIEW public."Users" AS SELECT id, email FROM people;
