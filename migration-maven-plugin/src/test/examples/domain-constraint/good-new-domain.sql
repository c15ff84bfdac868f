CREATE DOMAIN percent AS integer CHECK (VALUE >= 0);
ALTER DOMAIN percent ADD CONSTRAINT percent_limit CHECK (VALUE <= 100);
