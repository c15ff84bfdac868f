DROP VIEW active_users CASCADE;
CREATE VIEW active_users AS SELECT id, email FROM users WHERE active;
