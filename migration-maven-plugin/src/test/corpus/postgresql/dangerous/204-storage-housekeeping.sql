--@ versions 13 18
--@ rows page_hit 48000000
--@ rows session_scratch 5000000
--@ history
CREATE TABLE page_hit (
    id bigint PRIMARY KEY,
    url text NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX page_hit_at ON page_hit (at);
CREATE UNLOGGED TABLE session_scratch (
    id uuid PRIMARY KEY,
    body jsonb NOT NULL
);
--@ migration 310
SET LOCAL lock_timeout = '10s';
--@ danger vacuum-full-cluster: 48 million rows written anew under ACCESS EXCLUSIVE
CLUSTER page_hit USING page_hit_at;
--@ migration 311
SET LOCAL lock_timeout = '10s';
--@ danger set-logged-tablespace-am: the whole table is written anew and into the WAL under ACCESS EXCLUSIVE
ALTER TABLE session_scratch SET LOGGED;
--@ migration 312 transactional=false
SET lock_timeout = '10s';
--@ danger vacuum-full-cluster: nobody can read page_hit until the copy is complete, disk doubled
VACUUM (FULL, ANALYZE) page_hit;
RESET lock_timeout;
