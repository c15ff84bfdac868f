--liquibase formatted sql

--changeset ada:view-of-orders runOnChange:true
CREATE OR REPLACE VIEW answer AS SELECT 42 AS value;
