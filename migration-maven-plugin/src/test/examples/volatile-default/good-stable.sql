ALTER TABLE users
    ADD COLUMN day date DEFAULT CURRENT_DATE,
    ADD COLUMN expires_at timestamptz DEFAULT (now() + interval '30 days'),
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}'::text[],
    ADD COLUMN settings jsonb NOT NULL DEFAULT jsonb_build_object('theme', 'dark'),
    ADD COLUMN created_by text DEFAULT current_user;
