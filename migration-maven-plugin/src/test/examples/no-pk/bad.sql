CREATE TABLE visits (user_id bigint, seen timestamptz);
