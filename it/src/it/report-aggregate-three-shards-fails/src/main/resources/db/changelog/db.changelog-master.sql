--liquibase formatted sql

--changeset ann:create-tool
create table tool (id int primary key, name varchar(50) not null, endpoint varchar(200));
create unique index ux_tool_endpoint on tool (endpoint);
--rollback drop table tool;

--changeset ann:rename-endpoint-index
drop index ux_tool_endpoint;
create unique index ux_tool_url on tool (endpoint);
--rollback drop index ux_tool_url;
--rollback create index ux_tool_endpoint on tool (endpoint);

--changeset bob:index-name
create index ix_tool_name on tool (name);
--rollback drop index ix_tool_name;
