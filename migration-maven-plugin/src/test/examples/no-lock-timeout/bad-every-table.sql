--@ limit 0
ALTER TABLE "Users" ADD COLUMN nickname text;
