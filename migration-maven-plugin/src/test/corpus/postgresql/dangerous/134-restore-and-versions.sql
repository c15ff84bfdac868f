--@ versions 13 17
--@ history
CREATE TABLE icd_code (code text PRIMARY KEY, label text NOT NULL);
CREATE FUNCTION is_known_icd(p_code text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ SELECT EXISTS (SELECT 1 FROM icd_code WHERE code = p_code) $$;
CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL);
--@ migration 2024.4.1
--@ danger restore-breaker: the function reads another table by search_path; pg_restore fails at these rows
CREATE TABLE diagnosis (
    id bigint PRIMARY KEY,
    icd text NOT NULL,
    CONSTRAINT diagnosis_icd_known CHECK (is_known_icd(icd))
);
--@ migration 2024.4.2
--@ danger volatile-check: true when inserted, false tomorrow; the dump of tonight cannot be loaded
CREATE TABLE appointment (
    id bigint PRIMARY KEY,
    starts_at timestamptz NOT NULL,
    CONSTRAINT appointment_in_future CHECK (starts_at > clock_timestamp())
);
--@ migration 2024.4.3
CREATE TABLE bed (id integer PRIMARY KEY, ward_id integer, bed_no text);
--@ danger version-gate: NULLS NOT DISTINCT is a syntax error before PostgreSQL 15
CREATE UNIQUE INDEX bed_no_uq ON bed (ward_id, bed_no) NULLS NOT DISTINCT;
--@ migration 2024.4.4
--@ danger version-gate: MERGE does not exist before PostgreSQL 15
MERGE INTO ward AS w
USING (VALUES (1, 'Cardiology'), (2, 'Neurology')) AS v (id, name)
   ON w.id = v.id
WHEN MATCHED THEN UPDATE SET name = v.name
WHEN NOT MATCHED THEN INSERT (id, name) VALUES (v.id, v.name);
