INSERT INTO roles (id, title) VALUES (1, 'admin') ON CONFLICT (id) DO NOTHING;
