alter table if exists app."Sessions" set unlogged;
