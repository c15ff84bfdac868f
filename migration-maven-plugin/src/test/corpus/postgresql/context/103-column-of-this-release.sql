--@ versions 13 18
--@ migration R9-1
CREATE TABLE quote_request (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    amount integer,
    contact text
);
--@ migration R9-2
-- review: amount must be exact, and it is a mail address
ALTER TABLE quote_request ALTER COLUMN amount TYPE numeric(12,2);
ALTER TABLE quote_request RENAME COLUMN contact TO mail;
ALTER TABLE quote_request ALTER COLUMN mail SET NOT NULL;
