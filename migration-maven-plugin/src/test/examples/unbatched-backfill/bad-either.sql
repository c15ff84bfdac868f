DELETE FROM sessions WHERE id = 5 OR expires < '2026-01-01';
