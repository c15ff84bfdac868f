--@ migration 001 transactional=false
create table visits (id bigint primary key, user_id bigint);
create sequence visit_numbers;
