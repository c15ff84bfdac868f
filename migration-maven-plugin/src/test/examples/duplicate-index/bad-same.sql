CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE INDEX customers_email_idx ON customers (email);
CREATE INDEX customers_mail_idx ON customers USING btree (email ASC);
