CREATE FUNCTION move_names() RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;
DROP FUNCTION move_names();
