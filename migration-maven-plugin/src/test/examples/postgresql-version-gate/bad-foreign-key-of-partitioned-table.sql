--@ versions 17 18
--@ history
CREATE TABLE measurements (id bigint NOT NULL, taken_at date NOT NULL, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
--@ migration 002
ALTER TABLE measurements ADD CONSTRAINT measurements_device_fkey FOREIGN KEY (id) REFERENCES devices (id) NOT VALID;
