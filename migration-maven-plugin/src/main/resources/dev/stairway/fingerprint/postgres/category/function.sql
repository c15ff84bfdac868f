SELECT p.oid, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window function' ELSE 'function' END,
  pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname)
    || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', ARRAY[
  {acl:p.proacl:f:p.proowner},
  'owner', {owner:p.proowner},
  'definition', CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END,
  'aggregate', CASE WHEN p.prokind = 'a' THEN (
    SELECT pg_catalog.concat_ws(', ', 'result ' || pg_catalog.pg_get_function_result(p.oid), 'arguments ' || pg_catalog.pg_get_function_arguments(p.oid),
      'kind ' || g.aggkind::text, 'direct ' || g.aggnumdirectargs,
      'state function ' || g.aggtransfn::text, 'final ' || g.aggfinalfn::text, 'combine ' || g.aggcombinefn::text,
      'serialize ' || g.aggserialfn::text, 'deserialize ' || g.aggdeserialfn::text, 'moving ' || g.aggmtransfn::text,
      'moving inverse ' || g.aggminvtransfn::text, 'moving final ' || g.aggmfinalfn::text,
      'final extra ' || g.aggfinalextra, 'moving final extra ' || g.aggmfinalextra,
      'final modify ' || g.aggfinalmodify::text, 'moving final modify ' || g.aggmfinalmodify::text,
      'sort operator ' || g.aggsortop::pg_catalog.regoperator::text, 'state type ' || pg_catalog.format_type(g.aggtranstype, NULL),
      'state space ' || g.aggtransspace, 'moving type ' || CASE WHEN g.aggmtranstype <> 0 THEN pg_catalog.format_type(g.aggmtranstype, NULL) END,
      'moving space ' || g.aggmtransspace, 'initial ' || g.agginitval, 'moving initial ' || g.aggminitval, 'parallel ' || p.proparallel::text)
    FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid) END,
  'depends on extension', (SELECT pg_catalog.string_agg(e.extname::text, ', ' ORDER BY e.extname) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
    WHERE d.classid = 1255 AND d.objid = p.oid AND d.refclassid = 3079 AND d.deptype = 'x'),
  'comment', {comment:1255:p.oid}]::text
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {own:1255:p.oid}
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 1255 AND d.objid = p.oid AND d.refclassid = 1247 AND d.deptype = 'i')
