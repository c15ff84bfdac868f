--@ versions 14 18
--@ rows contacts 5000000
--@ history
CREATE TABLE contacts (
    id bigint PRIMARY KEY,
    email text,
    phone text,
    CONSTRAINT contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL)
);
--@ migration 5
SET LOCAL lock_timeout = '2s';
ALTER TABLE contacts ADD COLUMN preferred_channel text;
--@ danger notnull-no-validated-check: the OR check does not imply email IS NOT NULL; scan under ACCESS EXCLUSIVE, probably failing
ALTER TABLE contacts ALTER COLUMN email SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE contacts ALTER COLUMN email DROP NOT NULL;
ALTER TABLE contacts DROP COLUMN preferred_channel;
