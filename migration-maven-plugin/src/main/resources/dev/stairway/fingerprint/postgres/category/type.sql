SELECT y.oid, CASE y.typtype WHEN 'd' THEN 'domain' ELSE 'type' END,
  pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(y.typname), ARRAY[
  {acl:y.typacl:T:y.typowner},
  'owner', {owner:y.typowner},
  '#relation', CASE WHEN y.typrelid <> 0 THEN y.typrelid::text END,
  'form', CASE y.typtype WHEN 'c' THEN 'composite' WHEN 'e' THEN 'enum' WHEN 'r' THEN 'range' WHEN 'b' THEN 'base'
    WHEN 'p' THEN 'shell' END,
  'labels', CASE WHEN y.typtype = 'e' THEN (
    SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
    FROM pg_catalog.pg_enum e WHERE e.enumtypid = y.oid) END,
  'attributes', CASE WHEN y.typtype = 'c' THEN (
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attcollation <> at.typcollation THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation::text ELSE '' END, ', ' ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
    WHERE a.attrelid = y.typrelid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'attribute comments', CASE WHEN y.typtype = 'c' THEN (
    SELECT pg_catalog.string_agg(d.objsubid || '=' || d.description, ', ' ORDER BY d.objsubid) FROM pg_catalog.pg_description d
    WHERE d.objoid = y.typrelid AND d.classoid = 1259 AND d.objsubid > 0) END,
  'base type', CASE WHEN y.typtype = 'd' THEN pg_catalog.format_type(y.typbasetype, y.typtypmod) END,
  'not null', CASE WHEN y.typnotnull THEN 'yes' END,
  'default', CASE WHEN y.typtype = 'd' AND y.typdefaultbin IS NOT NULL THEN pg_catalog.pg_get_expr(y.typdefaultbin, 0) ELSE y.typdefault END,
  'collation', CASE WHEN y.typtype = 'd' AND y.typcollation <> (SELECT b.typcollation FROM pg_catalog.pg_type b WHERE b.oid = y.typbasetype)
    THEN y.typcollation::pg_catalog.regcollation::text END,
  'constraints', CASE WHEN y.typtype = 'd' THEN (
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(k.conname) || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ', ' ORDER BY k.conname)
    FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') END,
  'constraint comments', CASE WHEN y.typtype = 'd' THEN (
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(k.conname) || '=' || {comment:2606:k.oid}, ', ' ORDER BY k.conname)
    FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid) END,
  'range', CASE WHEN y.typtype = 'r' THEN (
    SELECT 'subtype ' || pg_catalog.format_type(r.rngsubtype, NULL) || ', multirange ' || pg_catalog.format_type(r.rngmultitypid, NULL)
      || ', operator class ' || o.opcname || ', canonical ' || r.rngcanonical::text || ', difference ' || r.rngsubdiff::text
      || CASE WHEN r.rngcollation <> 0 THEN ', collation ' || r.rngcollation::pg_catalog.regcollation::text ELSE '' END
    FROM pg_catalog.pg_range r JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc WHERE r.rngtypid = y.oid) END,
  'functions', CASE WHEN y.typtype = 'b' THEN pg_catalog.concat_ws(', ', y.typinput, y.typoutput, y.typreceive, y.typsend, y.typmodin, y.typmodout, y.typanalyze, NULLIF(y.typsubscript::text, '-')) END,
  'layout', CASE WHEN y.typtype = 'b' THEN pg_catalog.concat_ws(', ', y.typlen, y.typbyval, y.typalign, y.typstorage, y.typcategory, y.typispreferred, y.typdelim) END,
  'comment', {comment:1247:y.oid}]::text
FROM {types} y JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = y.typrelid
WHERE y.oid >= 16384 AND (y.typrelid = 0 OR c.relkind = 'c') AND y.typtype <> 'm'
  AND NOT (y.typcategory = 'A' AND y.typelem <> 0)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {own:1247:y.oid}
