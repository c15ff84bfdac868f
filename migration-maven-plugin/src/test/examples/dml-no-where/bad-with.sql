WITH moved AS (DELETE FROM events RETURNING id, body)
INSERT INTO events_archive (id, body) SELECT id, body FROM moved;
