ALTER TABLE events ADD COLUMN seen timestamp with time zone, ADD COLUMN day date;
