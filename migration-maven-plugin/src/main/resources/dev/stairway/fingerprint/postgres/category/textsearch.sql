SELECT c.oid, 'text search configuration', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.cfgname), ARRAY[
  'owner', {owner:c.cfgowner},
  'parser', pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.prsname),
  'mappings', (SELECT pg_catalog.string_agg(m.maptokentype || '/' || m.mapseqno || '=' || m.mapdict::pg_catalog.regdictionary::text, ', ' ORDER BY m.maptokentype, m.mapseqno)
    FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = c.oid),
  'comment', {comment:3602:c.oid}]::text
FROM pg_catalog.pg_ts_config c JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
WHERE c.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:3602:c.oid}
UNION ALL
SELECT d.oid, 'text search dictionary', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(d.dictname), ARRAY[
  'owner', {owner:d.dictowner},
  'template', pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.tmplname),
  'options', d.dictinitoption,
  'comment', {comment:3600:d.oid}]::text
FROM pg_catalog.pg_ts_dict d JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE d.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:3600:d.oid}
UNION ALL
SELECT p.oid, 'text search parser', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.prsname), ARRAY[
  'functions', pg_catalog.concat_ws(', ', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype),
  'comment', {comment:3601:p.oid}]::text
FROM pg_catalog.pg_ts_parser p JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace WHERE p.oid >= 16384 AND {own:3601:p.oid}
UNION ALL
SELECT t.oid, 'text search template', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.tmplname), ARRAY[
  'functions', pg_catalog.concat_ws(', ', t.tmplinit, t.tmpllexize),
  'comment', {comment:3764:t.oid}]::text
FROM pg_catalog.pg_ts_template t JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace WHERE t.oid >= 16384 AND {own:3764:t.oid}
