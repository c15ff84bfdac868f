CREATE TABLE accounts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL
);
CREATE INDEX ix_accounts_email ON accounts (email);
CREATE UNIQUE INDEX ux_accounts_lower_email ON accounts (lower(email));
