--@ versions 14 18
--@ migration 001
-- Address book, first cut
CREATE TABLE contact (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    full_name  text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE contact_address (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    street     text NOT NULL,
    postcode   varchar(12) NOT NULL,
    CHECK (postcode <> '')
);
CREATE INDEX contact_address_contact_id_idx ON contact_address (contact_id);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE contact_address;
DROP TABLE contact;
