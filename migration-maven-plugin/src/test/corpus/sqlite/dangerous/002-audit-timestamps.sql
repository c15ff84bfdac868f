--@ product sqlite
--@ rows documents 52000
--@ rows "document_versions" 310000
--@ history
create table documents (
    id integer primary key,
    title text not null,
    body text
);
create table "document_versions" (
    document_id integer not null references documents (id),
    version integer not null,
    body text,
    primary key (document_id, version)
);
--@ migration 7
-- audit columns as the compliance people want them
--@ danger addcol-nonconst-default: CURRENT_TIMESTAMP is no constant, so the column cannot be added to a table with rows
alter table documents add column created_at text not null default current_timestamp;
alter table documents add column created_by text not null default 'system';
--@ danger addcol-nonconst-default: an expression in parentheses is refused on a filled table as well
alter table "document_versions" add column "etag" text default (lower(hex(randomblob(16))));
--@ down
alter table "document_versions" drop column "etag";
alter table documents drop column created_by;
alter table documents drop column created_at;
