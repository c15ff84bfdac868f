SELECT e.oid, 'event trigger', pg_catalog.quote_ident(e.evtname), ARRAY[
  'owner', {owner:e.evtowner},
  'event', e.evtevent::text,
  'function', e.evtfoid::pg_catalog.regprocedure::text,
  'tags', (SELECT pg_catalog.string_agg(t, ', ' ORDER BY t) FROM pg_catalog.unnest(e.evttags) t),
  'enabled', CASE e.evtenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END,
  'comment', {comment:3466:e.oid}]::text
FROM pg_catalog.pg_event_trigger e WHERE {own:3466:e.oid}
