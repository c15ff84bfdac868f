--@ versions 13 18
--@ rows tenant_setting 900
--@ rows tenant_setting_override 41000
--@ rows patient 700000
--@ history
CREATE TABLE tenant_setting (
    key text PRIMARY KEY,
    value text NOT NULL,
    description text
);
CREATE TABLE tenant_setting_override (
    tenant_id integer NOT NULL,
    key text NOT NULL REFERENCES tenant_setting (key) ON DELETE CASCADE,
    value text NOT NULL,
    PRIMARY KEY (tenant_id, key)
);
CREATE INDEX tenant_setting_override_key_idx ON tenant_setting_override (key);
CREATE TABLE patient (id bigint PRIMARY KEY, name text NOT NULL, phone varchar(20), fax varchar(20));
CREATE VIEW patient_contact AS SELECT id, name, phone, fax FROM patient;
--@ migration 3.1-settings
--@ danger replace-instead-of-upsert: the cascade deletes the overrides of all tenants, and the description is lost
DELETE FROM tenant_setting WHERE key = 'session.timeout';
INSERT INTO tenant_setting (key, value) VALUES ('session.timeout', '45m');
--@ migration 3.1-phone
SET LOCAL lock_timeout = '2s';
--@ danger view-depends: refused, patient_contact uses the column
ALTER TABLE patient ALTER COLUMN phone TYPE varchar(40);
--@ migration 3.1-fax
SET LOCAL lock_timeout = '2s';
--@ danger drop-column: fax numbers are lost
--@ danger view-depends: refused without CASCADE, patient_contact uses the column
ALTER TABLE patient DROP COLUMN fax;
