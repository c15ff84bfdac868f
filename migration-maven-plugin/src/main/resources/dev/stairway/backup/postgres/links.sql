-- Which object needs which, by what stands for them in objects.sql: a type of rows is its relation, an array its element.
WITH link AS (
  SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d
  WHERE d.deptype IN ('n', 'a', 'i', 'P', 'S') AND d.objid >= 16384
  UNION ALL
  -- The table of a partition comes before both are put together, that of an index as well.
  SELECT 'pg_inherits'::regclass, i.inhrelid, 'pg_class'::regclass, x.oid
  FROM pg_inherits i, LATERAL (VALUES (i.inhrelid), (i.inhparent)) x (oid)
  UNION ALL
  -- Indexes of partitions are put together once those of the constraints are there, from which the names come.
  SELECT 'pg_inherits'::regclass, i.inhrelid, 'pg_constraint'::regclass, k.oid
  FROM pg_inherits i JOIN pg_constraint k ON k.conindid IN (i.inhrelid, i.inhparent) AND k.contype IN ('p', 'u', 'x')
  UNION ALL
  -- A foreign key needs the key that it refers to, which on a partitioned table is complete with its last partition.
  SELECT 'pg_constraint'::regclass, k.oid, 'pg_inherits'::regclass, i.inhrelid
  FROM pg_constraint k JOIN pg_inherits i ON i.inhparent = k.conindid WHERE k.contype = 'f'),
stands AS (
  SELECT 'pg_type'::regclass::oid AS class, t.oid, 'pg_class'::regclass::oid AS by_class, t.typrelid AS by_oid
  FROM pg_type t WHERE t.typrelid <> 0
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, CASE WHEN e.typrelid <> 0 THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
         CASE WHEN e.typrelid <> 0 THEN e.typrelid ELSE e.oid END
  FROM pg_type t JOIN pg_type e ON e.typarray = t.oid
  UNION ALL
  SELECT 'pg_rewrite'::regclass, r.oid, 'pg_class'::regclass, r.ev_class FROM pg_rewrite r WHERE r.rulename = '_RETURN'
  UNION ALL
  SELECT 'pg_constraint'::regclass, k.oid, 'pg_type'::regclass, k.contypid FROM pg_constraint k WHERE k.contypid <> 0
  UNION ALL
  SELECT 'pg_class'::regclass, k.conindid, 'pg_constraint'::regclass, k.oid FROM pg_constraint k
  WHERE k.contype IN ('p', 'u', 'x') AND k.conindid <> 0
  UNION ALL
  SELECT 'pg_attrdef'::regclass, d.oid, 'pg_class'::regclass, d.adrelid
  FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE a.attgenerated <> '')
SELECT DISTINCT coalesce(a.by_class, l.classid)::int8, coalesce(a.by_oid, l.objid)::int8,
                coalesce(b.by_class, l.refclassid)::int8, coalesce(b.by_oid, l.refobjid)::int8
FROM link l
LEFT JOIN stands a ON a.class = l.classid AND a.oid = l.objid
LEFT JOIN stands b ON b.class = l.refclassid AND b.oid = l.refobjid
