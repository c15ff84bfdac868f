--@ also change-type narrow-type
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(100));
--@ migration 002
alter table only public.users alter name type character varying(50);
