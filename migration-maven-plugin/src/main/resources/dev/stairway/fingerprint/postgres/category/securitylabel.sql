SELECT l.objoid, 'security labels', 'of ' || i.type || ' ' || i.identity, ARRAY[
  'labels', l.labels]::text
FROM (SELECT b.classoid, b.objoid, pg_catalog.string_agg(pg_catalog.concat_ws(' ', b.provider, NULLIF(b.objsubid, 0)) || '=' || b.label, ', '
    ORDER BY b.objsubid, b.provider) AS labels FROM pg_catalog.pg_seclabel b GROUP BY b.classoid, b.objoid) l,
  pg_catalog.pg_identify_object(l.classoid, l.objoid, 0) i
