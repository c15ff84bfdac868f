-- What a backup by the catalog does not hold, one line each.
WITH member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
space AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
odd AS (
  SELECT 'pg_class'::regclass::oid AS class, c.oid, c.relnamespace AS space FROM pg_class c
  WHERE c.relkind = 'f' OR c.reltablespace <> 0 OR c.reloftype <> 0
     OR c.relkind IN ('r', 'p', 'm') AND c.relam NOT IN (0, 2)
     OR NOT c.relispartition AND c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
     OR c.relkind = 'i' AND EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = c.oid AND NOT (i.indisvalid AND i.indisready))
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, t.typnamespace FROM pg_type t WHERE t.typtype IN ('b', 'r', 'p') AND t.typelem = 0
  UNION ALL SELECT 'pg_proc'::regclass, p.oid, p.pronamespace FROM pg_proc p WHERE p.prokind = 'a'
  UNION ALL SELECT 'pg_operator'::regclass, o.oid, o.oprnamespace FROM pg_operator o
  UNION ALL SELECT 'pg_opclass'::regclass, o.oid, o.opcnamespace FROM pg_opclass o
  UNION ALL SELECT 'pg_opfamily'::regclass, o.oid, o.opfnamespace FROM pg_opfamily o
  UNION ALL SELECT 'pg_collation'::regclass, o.oid, o.collnamespace FROM pg_collation o
  UNION ALL SELECT 'pg_conversion'::regclass, o.oid, o.connamespace FROM pg_conversion o
  UNION ALL SELECT 'pg_ts_config'::regclass, o.oid, o.cfgnamespace FROM pg_ts_config o
  UNION ALL SELECT 'pg_ts_dict'::regclass, o.oid, o.dictnamespace FROM pg_ts_dict o
  UNION ALL SELECT 'pg_ts_parser'::regclass, o.oid, o.prsnamespace FROM pg_ts_parser o
  UNION ALL SELECT 'pg_ts_template'::regclass, o.oid, o.tmplnamespace FROM pg_ts_template o
  UNION ALL SELECT 'pg_cast'::regclass, o.oid, NULL FROM pg_cast o
  UNION ALL SELECT 'pg_transform'::regclass, o.oid, NULL FROM pg_transform o
  UNION ALL SELECT 'pg_language'::regclass, o.oid, NULL FROM pg_language o
  UNION ALL SELECT 'pg_am'::regclass, o.oid, NULL FROM pg_am o
  UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, o.oid, NULL FROM pg_foreign_data_wrapper o
  UNION ALL SELECT 'pg_foreign_server'::regclass, o.oid, NULL FROM pg_foreign_server o
  UNION ALL SELECT 'pg_publication'::regclass, o.oid, NULL FROM pg_publication o
  UNION ALL SELECT 'pg_event_trigger'::regclass, o.oid, NULL FROM pg_event_trigger o
  UNION ALL SELECT 'pg_default_acl'::regclass, o.oid, NULL FROM pg_default_acl o
  UNION ALL SELECT 'pg_largeobject'::regclass, o.oid, NULL FROM pg_largeobject_metadata o
  UNION ALL SELECT 'pg_subscription'::regclass, o.oid, NULL FROM pg_subscription o
  WHERE o.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()))
SELECT concat_ws(' ', i.type, i.identity)
FROM odd o, LATERAL pg_identify_object(o.class, o.oid, 0) i
WHERE o.oid >= 16384 AND (o.space IS NULL OR o.space IN (SELECT oid FROM space))
  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = o.class AND m.objid = o.oid)
UNION ALL
SELECT 'setting of the database: ' || array_to_string(s.setconfig, ', ') FROM pg_db_role_setting s
WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL
SELECT 'comment on the database' FROM pg_shdescription s
WHERE s.objoid = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL
SELECT 'rights on the database' FROM pg_database d WHERE d.datname = current_database() AND d.datacl IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'security label of', i.type, i.identity)
FROM pg_seclabel s, LATERAL pg_identify_object(s.classoid, s.objoid, s.objsubid) i
UNION ALL
SELECT 'security label of the database' FROM pg_shseclabel s
WHERE s.objoid = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL
SELECT 'rights on the type of the rows of ' || c.oid::regclass FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c' JOIN space n ON n.oid = c.relnamespace
WHERE t.typacl IS NOT NULL AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)
ORDER BY 1
