CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL, CONSTRAINT mine CHECK (owner = current_user));
