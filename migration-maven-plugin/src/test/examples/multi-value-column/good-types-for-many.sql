CREATE TABLE teams (
    id bigint PRIMARY KEY,
    member_ids bigint[] NOT NULL,
    tag_list jsonb,
    price_list_id bigint
);
