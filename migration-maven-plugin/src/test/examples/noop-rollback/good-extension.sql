--liquibase formatted sql

--changeset ada:trigrams
CREATE EXTENSION IF NOT EXISTS pg_trgm VERSION '1.6';
--rollback empty
