DROP FUNCTION IF EXISTS public.full_name(text, text);
--@ down
CREATE FUNCTION public.full_name(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a || ' ' || b $$;
