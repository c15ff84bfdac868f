--@ versions 14 18
--@ rows assignments 50000
--@ history
CREATE TABLE employees (id bigint PRIMARY KEY, active boolean NOT NULL);
CREATE TABLE assignments (id bigint PRIMARY KEY, employee_id bigint NOT NULL, due date);
--@ migration 0038
SET LOCAL lock_timeout = '2s';
CREATE FUNCTION is_active_employee(p bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM employees e WHERE e.id = p AND e.active);
END
$$;
--@ danger restore-breaker: pg_restore runs with an empty search_path, and employees may still be empty: the dump does not load
ALTER TABLE assignments
    ADD CONSTRAINT assignments_active_ck CHECK (is_active_employee(employee_id)) NOT VALID;
--@ danger volatile-check: current_date changes, rows valid today fail a later restore
ALTER TABLE assignments
    ADD CONSTRAINT assignments_due_ck CHECK (due <= current_date + 365) NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE assignments DROP CONSTRAINT assignments_due_ck;
ALTER TABLE assignments DROP CONSTRAINT assignments_active_ck;
DROP FUNCTION is_active_employee(bigint);
