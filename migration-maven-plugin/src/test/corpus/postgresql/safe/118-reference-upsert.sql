--@ versions 13 18
--@ rows help_topic 60
--@ history
create table help_topic (
  slug  text primary key,
  title text not null,
  body  text not null default ''
);
--@ migration 2024-help-1
insert into help_topic (slug, title, body) values
  ('delete',   'How do I delete my account?', 'DELETE FROM my life; see "drop"'),
  ('truncate', 'Why is my text cut?',         'We do not TRUNCATE; your browser does -- honestly'),
  ('update',   'Update',                      'UPDATE everything SET nothing')
on conflict (slug) do update
  set title = excluded.title,
      body  = excluded.body;
