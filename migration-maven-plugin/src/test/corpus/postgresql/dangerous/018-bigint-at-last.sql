--@ versions 14 18
--@ rows page_views 1900000000
--@ history
CREATE TABLE page_views (id serial PRIMARY KEY, url text NOT NULL, visitor uuid, seen_at timestamptz NOT NULL);
--@ migration 77
-- 92% of int4 used, see INC-1182
SET LOCAL lock_timeout = '3s';
--@ danger type-rewrite: int4 to int8 rewrites 1.9G rows and the primary key under ACCESS EXCLUSIVE: hours of downtime
ALTER TABLE page_views ALTER COLUMN id TYPE bigint;
ALTER SEQUENCE page_views_id_seq AS bigint;
