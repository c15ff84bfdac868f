--liquibase formatted sql

--changeset ann:create-tools
create table tools (
    id integer primary key,
    name varchar(60) not null unique,
    url varchar(200) not null
);
--rollback drop table tools;

--changeset ann:add-metadata
alter table tools add column description varchar(500);
alter table tools add column enabled boolean default true not null;
--rollback alter table tools drop column enabled;
--rollback alter table tools drop column description;

--changeset ann:add-performance-index
create index tools_by_url on tools (url);
--rollback drop index tools_by_url;
