--@ also fk-no-not-valid fk-no-index
alter table only shop."Orders" add foreign key ("UserId") references shop."Users";
