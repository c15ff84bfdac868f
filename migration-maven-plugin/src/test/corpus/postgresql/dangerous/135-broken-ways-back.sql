--@ versions 13 18
--@ rows course 1500
--@ history
create table course (id integer primary key, title text not null, level text not null);
create index course_title_idx on course (title);
--@ migration 10
set local lock_timeout = '2s';
alter table course add column credits smallint;
--@ down
--@ danger noop-rollback: reports success, the column stays
select 1;
--@ migration 11
create table exam (
  id integer primary key,
  label text not null
);
create table exam_result (
  id      bigint primary key,
  exam_id integer not null references exam (id) on delete restrict,
  points  smallint not null
);
create index exam_result_exam_idx on exam_result (exam_id);
--@ down
set local lock_timeout = '2s';
--@ danger rollback-order: exam_result still references exam, the DROP is refused
drop table exam;
drop table exam_result;
--@ migration 12
create table lecturer (id integer primary key, name text not null);
--@ down
set local lock_timeout = '2s';
drop table lecturer;
--@ danger rollback-foreign-object: the forward part never made this index
drop index course_title_idx;
--@ migration 13
create temporary table course_level_before as select id, level from course;
update course set level = lower(level) where level <> lower(level);
--@ down
--@ danger same-session-leak: the temporary table is gone with the session that went forward
update course c
   set level = b.level
  from course_level_before b
 where b.id = c.id;
