--@ migration 001
CREATE FUNCTION move_names() RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;
--@ migration 002
DROP FUNCTION move_names();
