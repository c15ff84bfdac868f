--liquibase formatted sql

--changeset it:create-job
CREATE TABLE job (id integer NOT NULL PRIMARY KEY);
--rollback DROP TABLE job;

--changeset it:needs-our-scheduler
SELECT scheduler_register('nightly');
--rollback SELECT scheduler_forget('nightly');

--changeset it:create-job-run
CREATE TABLE job_run (id integer NOT NULL PRIMARY KEY, job_id integer NOT NULL REFERENCES job (id));
--rollback DROP TABLE job_run;
