--@ versions 14 18
--@ rows profiles 33000000
--@ history
CREATE TABLE profiles (id bigint PRIMARY KEY, first_name text, last_name text, display_name text);
--@ migration 0301 transactional=false
-- the way back of 0300 (released) drops the column; restartable: only rows not yet done are touched
SET lock_timeout = '2s';
DO $$
DECLARE
    cur bigint := 0;
    top bigint;
BEGIN
    SELECT coalesce(max(id), 0) INTO top FROM profiles;
    WHILE cur <= top LOOP
        UPDATE profiles
           SET display_name = concat_ws(' ', first_name, last_name)
         WHERE id > cur AND id <= cur + 5000
           AND display_name IS NULL;
        COMMIT;
        PERFORM pg_sleep(0.05);
        cur := cur + 5000;
    END LOOP;
END
$$;
ANALYZE profiles (display_name);
RESET lock_timeout;
