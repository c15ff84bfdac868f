--liquibase formatted sql
--@ rows users 5000000
--@ released limits

--changeset ada:limits
SET lock_timeout = '3s';
--rollback empty

--changeset ada:nickname
ALTER TABLE users ADD COLUMN nickname text;
--rollback ALTER TABLE users DROP COLUMN nickname;
