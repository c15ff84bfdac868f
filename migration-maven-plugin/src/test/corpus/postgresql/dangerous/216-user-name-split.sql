--@ versions 13 18
--@ rows app_user 2500000
--@ rows login_log 40000000
--@ history
CREATE TABLE app_user (
    id bigint PRIMARY KEY,
    full_name text NOT NULL,
    api_token text,
    mail text NOT NULL
);
CREATE TABLE login_log (id bigint PRIMARY KEY, user_id bigint NOT NULL, at timestamptz NOT NULL);
--@ migration 2025-05-02-a
SET LOCAL lock_timeout = '2s';
ALTER TABLE app_user ADD COLUMN display_name text;
--@ migration 2025-05-02-b
--@ danger dml-no-where: all 2.5 million rows, changed or not
--@ danger unbatched-backfill: one long transaction
--@ danger nondeterministic-dml: each run makes other tokens, nothing to compare with
UPDATE app_user SET display_name = full_name, api_token = md5(random()::text);
--@ migration 2025-05-02-c
SET LOCAL lock_timeout = '2s';
--@ danger drop-column: the running release still reads full_name
--@ danger expand-contract-order: its replacement comes in the same release
ALTER TABLE app_user DROP COLUMN full_name;
--@ migration 2025-05-02-d
SET LOCAL lock_timeout = '2s';
--@ danger rename-column: the running release still says mail
ALTER TABLE app_user RENAME COLUMN mail TO email;
--@ migration 2025-05-02-e
SET LOCAL lock_timeout = '2s';
--@ danger rename-table: the running release still writes into login_log
ALTER TABLE login_log RENAME TO sign_in_log;
