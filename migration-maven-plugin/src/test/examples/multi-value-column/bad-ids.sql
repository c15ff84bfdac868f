CREATE TABLE teams (
    id bigint PRIMARY KEY,
    member_ids text NOT NULL
);
