--@ product sqlite
--@ versions 3.40 3.54
--@ rows employees 900
--@ history
CREATE TABLE employees (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  department TEXT
);
CREATE TABLE timesheets (
  id          INTEGER PRIMARY KEY,
  employee_id INTEGER NOT NULL REFERENCES employees (id),
  minutes     INTEGER NOT NULL
);
--@ migration 005 transactional=false
PRAGMA foreign_keys=OFF;
BEGIN;
-- put the old one aside, make the new one, copy, throw the old one away
--@ danger rename-rewrites-refs: timesheets now says REFERENCES "employees_old", which is dropped below; every later write to timesheets fails
ALTER TABLE employees RENAME TO employees_old;
CREATE TABLE employees (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT 'none'
);
INSERT INTO employees (id, name, department)
  SELECT id, name, ifnull(department, 'none') FROM employees_old;
DROP TABLE employees_old;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys=ON;
