create table if not exists public."Visits" (id bigint not null, note text unique);
