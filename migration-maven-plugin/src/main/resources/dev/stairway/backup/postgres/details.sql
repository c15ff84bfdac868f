-- What is said of objects once all of them and the rows are there, in this order.
WITH space AS (
  SELECT oid, nspname, nspacl, nspowner FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
relation AS (
  SELECT c.* FROM pg_class c JOIN space n ON n.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)),
thing AS (
  SELECT 'pg_namespace'::regclass::oid AS class, n.oid, 0 AS sub, 'SCHEMA ' || quote_ident(n.nspname) AS text, n.nspowner AS owner, n.nspacl AS acl, 'n'::"char" AS kind
  FROM space n
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 0,
         CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN 'MATERIALIZED VIEW ' WHEN 'c' THEN 'TYPE ' ELSE 'TABLE ' END || c.oid::regclass,
         c.relowner, CASE WHEN c.relkind = 'c' THEN (SELECT t.typacl FROM pg_type t WHERE t.oid = c.reltype) ELSE c.relacl END, CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END::"char"
  FROM relation c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0,
         CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.oid::regprocedure, p.proowner, p.proacl, 'f'
  FROM pg_proc p JOIN space n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p', 'w')
    AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, CASE t.typtype WHEN 'd' THEN 'DOMAIN ' ELSE 'TYPE ' END || t.oid::regtype, t.typowner, t.typacl, 'T'
  FROM pg_type t JOIN space n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd')
    AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)),
-- Rights that are not those of every new object; they may be none at all.
limited AS (
  SELECT t.owner, t.acl,
         CASE WHEN split_part(t.text, ' ', 1) IN ('VIEW', 'MATERIALIZED', 'TABLE') THEN 'TABLE ' || t.oid::regclass ELSE t.text END AS target
  FROM thing t WHERE t.acl IS NOT NULL),
granted AS (
  SELECT l.target, x.grantee, x.privilege_type, x.is_grantable FROM limited l, LATERAL aclexplode(l.acl) x),
detail AS (
  SELECT 1 AS rank, format('ALTER TABLE ONLY %s ALTER COLUMN %I SET STORAGE %s', c.oid::regclass, a.attname,
           CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END) AS sql
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attstorage <> t.typstorage
  UNION ALL
  SELECT 1, format('ALTER TABLE ONLY %s ALTER COLUMN %I SET STATISTICS %s', c.oid::regclass, a.attname, a.attstattarget)
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget >= 0
  UNION ALL
  SELECT 1, format('ALTER TABLE ONLY %s ALTER COLUMN %I SET (%s)', c.oid::regclass, a.attname, array_to_string(a.attoptions, ', '))
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND a.attoptions IS NOT NULL
  UNION ALL
  SELECT 1, format('ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, s.stxname, s.stxstattarget)
  FROM pg_statistic_ext s JOIN space n ON n.oid = s.stxnamespace JOIN relation c ON c.oid = s.stxrelid
  WHERE s.stxstattarget >= 0
  UNION ALL
  SELECT 2, format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, d.refobjid::regclass, a.attname)
  FROM relation c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'a'
    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE c.relkind = 'S'
  UNION ALL
  SELECT 3, format('ALTER TABLE %s CLUSTER ON %I', i.indrelid::regclass, x.relname)
  FROM pg_index i JOIN relation c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
  WHERE i.indisclustered AND c.relkind = 'r'
  UNION ALL
  SELECT 3, format('ALTER TABLE %s REPLICA IDENTITY %s', c.oid::regclass, CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
           ELSE (SELECT format('USING INDEX %I', x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                 WHERE i.indrelid = c.oid AND i.indisreplident) END)
  FROM relation c WHERE c.relkind IN ('r', 'p') AND c.relreplident <> 'd'
  UNION ALL
  SELECT 4, format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, x.word)
  FROM relation c, LATERAL (VALUES (c.relrowsecurity, 'ENABLE'), (c.relforcerowsecurity, 'FORCE')) x (set, word)
  WHERE x.set AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 5, format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', p.polname, c.oid::regclass,
           CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
           CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
           (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ') FROM unnest(p.polroles) r),
           ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
           ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
  FROM pg_policy p JOIN relation c ON c.oid = p.polrelid
  UNION ALL
  SELECT 6, format('ALTER TABLE %s %s TRIGGER %I', c.oid::regclass,
           CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname)
  FROM pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'O'
  UNION ALL
  SELECT 6, format('ALTER TABLE %s %s RULE %I', c.oid::regclass,
           CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, r.rulename)
  FROM pg_rewrite r JOIN relation c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'O'
  UNION ALL
  SELECT 8, 'ALTER ' || t.text || ' OWNER TO ' || quote_ident(pg_get_userbyid(t.owner)) FROM thing t
  WHERE pg_get_userbyid(t.owner) <> current_user
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = t.class AND d.objid = t.oid AND d.deptype IN ('a', 'i') AND t.kind = 's')
  UNION ALL
  SELECT 9, format('REVOKE ALL ON %s FROM PUBLIC, %I', l.target, pg_get_userbyid(l.owner)) FROM limited l
  UNION ALL
  SELECT 10, format('GRANT %s ON %s TO %s%s', g.privilege_type, g.target,
            CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END,
            CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END) FROM granted g
  UNION ALL
  SELECT 10, format('GRANT %s (%I) ON TABLE %s TO %s%s', x.privilege_type, a.attname, c.oid::regclass,
            CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END,
            CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' END)
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid, LATERAL aclexplode(a.attacl) x WHERE a.attacl IS NOT NULL
  UNION ALL
  SELECT 11, format('COMMENT ON %s %s IS %L',
            CASE i.type WHEN 'table column' THEN 'COLUMN' WHEN 'view column' THEN 'COLUMN' WHEN 'materialized view column' THEN 'COLUMN'
              WHEN 'composite type column' THEN 'COLUMN' WHEN 'composite type' THEN 'TYPE' WHEN 'table constraint' THEN 'CONSTRAINT' WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(i.type) END,
            i.identity, d.description)
  FROM pg_description d, LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass AND d.objoid = to_regnamespace('public'))
    AND NOT EXISTS (SELECT FROM member m WHERE m.classid = d.classoid AND m.objid = d.objoid)
    AND i.type <> 'extension')
SELECT DISTINCT sql, rank FROM detail ORDER BY rank, sql
