CREATE FUNCTION app.close_month(day date) RETURNS void LANGUAGE sql AS $$
  UPDATE ledger SET closed = true WHERE month = day -- SECURITY DEFINER is not needed
$$;
