INSERT INTO roles (id, name) VALUES (gen_random_uuid(), 'auditor');
