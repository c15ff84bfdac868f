ALTER TABLE users ADD COLUMN token uuid NOT NULL DEFAULT public.uuid_generate_v4();
