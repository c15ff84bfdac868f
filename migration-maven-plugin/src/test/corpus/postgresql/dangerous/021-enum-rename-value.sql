--@ versions 14 18
--@ rows public.jobs 350000
--@ history
CREATE TYPE job_status AS ENUM ('queued', 'runing', 'done', 'failed');
CREATE TABLE public.jobs (id bigserial PRIMARY KEY, status job_status NOT NULL, worker text);
--@ migration 0044_typo
SET LOCAL lock_timeout = '2s';
-- fix the typo
--@ danger enum-rename: running workers still send 'runing' and fail at once
ALTER TYPE job_status RENAME VALUE 'runing' TO 'running';
ALTER TABLE public.jobs ADD COLUMN worker_version text;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE public.jobs DROP COLUMN worker_version;
ALTER TYPE job_status RENAME VALUE 'running' TO 'runing';
