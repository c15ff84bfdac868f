CREATE FUNCTION app.close_month(day date) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
  UPDATE ledger SET closed = true WHERE month = day
$$;
