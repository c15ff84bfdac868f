SELECT c.oid, 'cast', pg_catalog.format_type(c.castsource, NULL) || ' as ' || pg_catalog.format_type(c.casttarget, NULL), ARRAY[
  'function', CASE WHEN c.castfunc <> 0 THEN c.castfunc::pg_catalog.regprocedure::text END,
  'context', CASE c.castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END,
  'method', CASE c.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'inout' ELSE 'binary' END,
  'comment', {comment:2605:c.oid}]::text
FROM pg_catalog.pg_cast c WHERE c.oid >= 16384 AND {own:2605:c.oid}
UNION ALL
SELECT f.oid, 'transform', pg_catalog.format_type(f.trftype, NULL) || ' for ' || l.lanname, ARRAY[
  'from', f.trffromsql::pg_catalog.regprocedure::text,
  'to', f.trftosql::pg_catalog.regprocedure::text,
  'comment', {comment:3576:f.oid}]::text
FROM pg_catalog.pg_transform f JOIN pg_catalog.pg_language l ON l.oid = f.trflang WHERE f.oid >= 16384 AND {own:3576:f.oid}
UNION ALL
SELECT l.oid, 'language', pg_catalog.quote_ident(l.lanname), ARRAY[
  {acl:l.lanacl:l:l.lanowner},
  'owner', CASE WHEN l.lanname NOT IN ('internal', 'c', 'sql', 'plpgsql') THEN {owner:l.lanowner} END,
  'handler', CASE WHEN l.lanplcallfoid <> 0 THEN l.lanplcallfoid::pg_catalog.regprocedure::text END,
  'inline', CASE WHEN l.laninline <> 0 THEN l.laninline::pg_catalog.regprocedure::text END,
  'validator', CASE WHEN l.lanvalidator <> 0 AND l.lanispl THEN l.lanvalidator::pg_catalog.regprocedure::text END,
  'trusted', CASE WHEN l.lanpltrusted THEN 'yes' END,
  'comment', CASE WHEN l.oid >= 16384 THEN {comment:2612:l.oid} END]::text
FROM pg_catalog.pg_language l
UNION ALL
SELECT m.oid, 'access method', pg_catalog.quote_ident(m.amname), ARRAY[
  'handler', m.amhandler::text, 'type', m.amtype::text, 'comment', {comment:2601:m.oid}]::text
FROM pg_catalog.pg_am m WHERE m.oid >= 16384 AND {own:2601:m.oid}
UNION ALL
SELECT v.oid, 'conversion', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(v.conname), ARRAY[
  'owner', {owner:v.conowner},
  'from', pg_catalog.pg_encoding_to_char(v.conforencoding)::text,
  'to', pg_catalog.pg_encoding_to_char(v.contoencoding)::text,
  'function', v.conproc::text,
  'default', CASE WHEN v.condefault THEN 'yes' END,
  'comment', {comment:2607:v.oid}]::text
FROM pg_catalog.pg_conversion v JOIN pg_catalog.pg_namespace n ON n.oid = v.connamespace WHERE v.oid >= 16384 AND {own:2607:v.oid}
