SELECT t.oid, 'sequence', t.qname, ARRAY[
  'type', pg_catalog.format_type(s.seqtypid, NULL),
  'start', s.seqstart::text,
  'increment', s.seqincrement::text,
  'min', s.seqmin::text,
  'max', s.seqmax::text,
  'cache', s.seqcache::text,
  'cycle', CASE WHEN s.seqcycle THEN 'yes' END,
  'owned by', (
    SELECT d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname)
      || CASE d.deptype WHEN 'i' THEN ' (identity)' ELSE '' END
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 1259 AND d.objid = t.oid AND d.objsubid = 0 AND d.refclassid = 1259 AND d.deptype IN ('a', 'i'))]::text
FROM t JOIN pg_catalog.pg_sequence s ON s.seqrelid = t.oid
WHERE t.relkind = 'S'
