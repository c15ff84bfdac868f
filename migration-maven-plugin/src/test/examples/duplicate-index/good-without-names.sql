CREATE TABLE post_tags (post_id bigint, tag_id bigint, PRIMARY KEY (post_id, tag_id));
CREATE INDEX ON post_tags (tag_id);
