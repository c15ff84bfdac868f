CREATE TABLE notes (
    id bigint PRIMARY KEY
);
COMMENT ON TABLE notes IS 'A comment may be as long as it likes, and has far more than sixty-three bytes here';
