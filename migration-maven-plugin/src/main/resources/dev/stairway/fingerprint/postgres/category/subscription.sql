SELECT s.oid, 'subscription', pg_catalog.quote_ident(s.subname), ARRAY[
  'owner', {owner:s.subowner},
  'enabled', CASE WHEN NOT s.subenabled THEN 'no' END,
  'slot', s.subslotname::text,
  'synchronous commit', s.subsynccommit,
  'publications', (SELECT pg_catalog.string_agg(p, ', ' ORDER BY p) FROM pg_catalog.unnest(s.subpublications) p),
  'binary', CASE WHEN s.subbinary THEN 'yes' END,
  'streaming', CASE WHEN s.substream::text NOT IN ('f', 'false') THEN s.substream::text END,
-- from 15
  'disable on error', CASE WHEN s.subdisableonerr THEN 'yes' END,
-- end
-- from 16
  'password required', CASE WHEN NOT s.subpasswordrequired THEN 'no' END,
  'run as owner', CASE WHEN s.subrunasowner THEN 'yes' END,
  'origin', NULLIF(s.suborigin, 'any'),
-- end
-- from 17
  'failover', CASE WHEN s.subfailover THEN 'yes' END,
-- end
  'comment', {comment:6100:s.oid}]::text
FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
