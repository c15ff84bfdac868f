create function app.close_month(day date) returns void language sql security definer set search_path to '' as $$
  update app.ledger set closed = true where month = day
$$;
