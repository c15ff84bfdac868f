SELECT o.oid, 'operator', pg_catalog.quote_ident(n.nspname) || '.' || o.oprname || '('
    || pg_catalog.concat_ws(',', CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END, pg_catalog.format_type(o.oprright, NULL)) || ')', ARRAY[
  'owner', {owner:o.oprowner},
  'function', o.oprcode::text,
  'result', pg_catalog.format_type(o.oprresult, NULL),
  'commutator', NULLIF(o.oprcom::pg_catalog.regoperator::text, '0'),
  'negator', NULLIF(o.oprnegate::pg_catalog.regoperator::text, '0'),
  'restrict', NULLIF(o.oprrest::text, '-'),
  'join', NULLIF(o.oprjoin::text, '-'),
  'hashes', CASE WHEN o.oprcanhash THEN 'yes' END,
  'merges', CASE WHEN o.oprcanmerge THEN 'yes' END,
  'comment', {comment:2617:o.oid}]::text
FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:2617:o.oid}
UNION ALL
SELECT c.oid, 'operator class', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.opcname) || ' using ' || m.amname, ARRAY[
  'owner', {owner:c.opcowner},
  'family', pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.opfname),
  'type', pg_catalog.format_type(c.opcintype, NULL),
  'default', CASE WHEN c.opcdefault THEN 'yes' END,
  'storage', CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END,
  'comment', {comment:2616:c.oid}]::text
FROM pg_catalog.pg_opclass c JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
WHERE c.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:2616:c.oid}
UNION ALL
SELECT f.oid, 'operator family', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(f.opfname) || ' using ' || m.amname, ARRAY[
  'owner', {owner:f.opfowner},
  'operators', (SELECT pg_catalog.string_agg(x, ', ' ORDER BY x) FROM (
    SELECT a.amopstrategy || ' ' || a.amopopr::pg_catalog.regoperator::text || CASE a.amoppurpose WHEN 'o' THEN ' for order by ' || (SELECT o.opfname FROM pg_catalog.pg_opfamily o WHERE o.oid = a.amopsortfamily) ELSE '' END AS x
    FROM pg_catalog.pg_amop a WHERE a.amopfamily = f.oid) s),
  'functions', (SELECT pg_catalog.string_agg(x, ', ' ORDER BY x) FROM (
    SELECT a.amprocnum || ' (' || pg_catalog.format_type(a.amproclefttype, NULL) || ',' || pg_catalog.format_type(a.amprocrighttype, NULL) || ') ' || a.amproc::pg_catalog.regprocedure::text AS x
    FROM pg_catalog.pg_amproc a WHERE a.amprocfamily = f.oid) s),
  'comment', {comment:2753:f.oid}]::text
FROM pg_catalog.pg_opfamily f JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
WHERE f.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:2753:f.oid}
