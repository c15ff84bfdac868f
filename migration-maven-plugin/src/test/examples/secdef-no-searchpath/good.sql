CREATE FUNCTION app.close_month(day date) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, app, pg_temp AS $$
  UPDATE ledger SET closed = true WHERE month = day
$$;
