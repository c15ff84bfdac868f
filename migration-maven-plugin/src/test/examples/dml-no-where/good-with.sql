WITH moved AS (DELETE FROM events WHERE id BETWEEN 1 AND 5000 AND day < (SELECT max(day) FROM days LIMIT 1) RETURNING id, body)
INSERT INTO events_archive (id, body) SELECT id, body FROM moved;
