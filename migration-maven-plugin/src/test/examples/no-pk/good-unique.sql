CREATE TABLE user_roles (user_id bigint NOT NULL, role_id bigint NOT NULL, UNIQUE (user_id, role_id));
