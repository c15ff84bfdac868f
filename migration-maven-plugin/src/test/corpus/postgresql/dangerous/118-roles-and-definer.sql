--@ versions 14 18
--@ history
CREATE TABLE public.salary (
    employee_id integer PRIMARY KEY,
    gross numeric(10,2) NOT NULL
);
--@ migration hr-0007
--@ danger grant-role-password: the password is in version control now
CREATE ROLE hr_report LOGIN PASSWORD 'Herbst-2024!';
--@ migration hr-0008
--@ danger grant-role-password: every role of the server may read and change salaries
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA public TO PUBLIC;
--@ migration hr-0009
--@ danger secdef-no-searchpath: a caller can put another "salary" or "sum" before the real one and run it with the owner's rights
CREATE OR REPLACE FUNCTION public.payroll_total() RETURNS numeric
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    AS $_$
        SELECT sum(gross) FROM salary;
    $_$;
