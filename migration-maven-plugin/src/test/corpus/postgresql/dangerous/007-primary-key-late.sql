--@ versions 14 18
--@ rows group_members 15000000
--@ history
CREATE TABLE group_members (
    group_id bigint,
    user_id  bigint,
    joined_at timestamptz DEFAULT now()
);
--@ migration 003
SET LOCAL lock_timeout = '3s';
-- logical replication wants an identity
--@ danger pk-no-using-index: builds the index and scans for NULLs in two nullable columns while holding ACCESS EXCLUSIVE
ALTER TABLE group_members ADD PRIMARY KEY (group_id, user_id);
--@ down
SET LOCAL lock_timeout = '3s';
ALTER TABLE group_members DROP CONSTRAINT group_members_pkey;
