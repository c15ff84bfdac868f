--@ also data-in-migration
--@ history
CREATE TABLE rates (id INTEGER PRIMARY KEY, amount TEXT, label VARCHAR(12), day DATE, at TIMESTAMP, open BOOLEAN, num REAL, n INTEGER);
--@ migration 002
INSERT INTO rates (id, amount, label, day, at, open, num, n) VALUES
  (1, 'n/a', 'it''s (a, b)', '2024-12-31', '2024-12-31T10:00:00Z', TRUE, '1e3', ' 42 '),
  (2, '', 'twelve chars', '2025-01-01', 1735689600, 0, .5, 5.0);
UPDATE rates SET num = CAST(amount AS REAL), n = length(amount), label = amount WHERE id = 1;
