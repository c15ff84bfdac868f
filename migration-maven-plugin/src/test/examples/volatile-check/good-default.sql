CREATE TABLE notes (id bigint PRIMARY KEY, made_at timestamptz NOT NULL DEFAULT now(), note text CHECK (length(note) < 100));
