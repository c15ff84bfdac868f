CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    total numeric(12, 2) NOT NULL,
    CONSTRAINT invoices_total_must_never_be_negative_because_refunds_have_their_own_table CHECK (total >= 0)
);
