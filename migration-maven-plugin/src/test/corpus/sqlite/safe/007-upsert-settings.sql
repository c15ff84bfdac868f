--@ product sqlite
--@ rows settings 60
--@ history
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  note  TEXT
);
--@ migration 013
-- three names that are new in this release; a second run must leave what an administrator has set
INSERT INTO settings (name, value, note) VALUES
  ('mail.from', 'no-reply@example.org', 'default sender'),
  ('mail.retries', '5', NULL)
ON CONFLICT (name) DO NOTHING;

insert into settings (name, value, note)
values ('session.minutes', '30', 'minutes until a session ends')
on conflict (name) do update set note = excluded.note
where settings.note is null;
--@ down
DELETE FROM settings WHERE name IN ('mail.from', 'mail.retries', 'session.minutes');
