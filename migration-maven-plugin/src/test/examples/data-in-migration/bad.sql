--@ history
CREATE TABLE roles (id bigserial PRIMARY KEY, title text);
--@ migration 002
INSERT INTO roles (id, title) VALUES (1, 'admin'), (2, 'guest');
