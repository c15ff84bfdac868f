SET lock_timeout = '2s';
BEGIN;
CREATE TABLE visits (id bigint PRIMARY KEY);
CREATE TABLE clicks (id bigint PRIMARY KEY);
COMMIT;
RESET lock_timeout;
