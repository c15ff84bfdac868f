CREATE FUNCTION app.close_month(day date) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
  UPDATE ledger SET closed = true WHERE month = day
$$;
ALTER FUNCTION app.close_month(date) SET search_path = pg_catalog, app, pg_temp;
