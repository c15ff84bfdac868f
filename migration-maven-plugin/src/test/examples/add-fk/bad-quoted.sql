--@ also fk-no-not-valid
alter table only shop."Orders" add foreign key ("UserId") references shop."Users";
