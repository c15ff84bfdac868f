--@ versions 13 18
--@ rows listing 19000000
--@ rows app_user 5000000
--@ rows bid 88000000
--@ history
CREATE TABLE listing (id bigint PRIMARY KEY, category_id integer NOT NULL, title text NOT NULL);
CREATE INDEX listing_category_idx ON listing (category_id);
CREATE TABLE app_user (
    id bigint PRIMARY KEY,
    email text NOT NULL,
    CONSTRAINT app_user_email_key UNIQUE (email)
);
CREATE TABLE bid (id bigint PRIMARY KEY, listing_id bigint NOT NULL);
CREATE INDEX bid_listing_idx ON bid (listing_id);
--@ migration 0200
SET LOCAL lock_timeout = '2s';
--@ danger drop-index-not-concurrent: ACCESS EXCLUSIVE on listing
--@ danger drop-index: the category page has no other index
DROP INDEX listing_category_idx;
--@ migration 0201
SET LOCAL lock_timeout = '2s';
--@ danger reindex-not-concurrent: writes wait, and every read planned on the table too, until the rebuild is done
REINDEX INDEX bid_listing_idx;
--@ migration 0202 transactional=false
--@ danger drop-constraint-backing-index: refused, constraint app_user_email_key requires it
DROP INDEX CONCURRENTLY IF EXISTS app_user_email_key;
--@ migration 0203
SET LOCAL lock_timeout = '2s';
--@ danger index-not-concurrent: SHARE lock, no bid can be placed during the build over 88 million rows
CREATE INDEX ON bid USING btree (listing_id, id DESC) WHERE listing_id > 0;
