DELETE FROM sessions WHERE expires < '2026-01-01';
