--@ versions 14 18
--@ rows voucher 180000
--@ rows setting 120
--@ history
CREATE TABLE voucher (id bigint PRIMARY KEY, code text, issued_at timestamptz);
CREATE TABLE setting (id int PRIMARY KEY, key text NOT NULL UNIQUE, value text, edited_by text);
--@ migration 0014
--@ danger nondeterministic-dml: another code on each server and each re-run
UPDATE voucher SET code = md5(random()::text) WHERE code IS NULL AND id BETWEEN 1 AND 500;
--@ danger replace-instead-of-upsert: DELETE+INSERT loses edited_by and fires cascades; ON CONFLICT DO UPDATE was meant
DELETE FROM setting WHERE key = 'checkout.timeout';
INSERT INTO setting (id, key, value) VALUES (17, 'checkout.timeout', '900');
