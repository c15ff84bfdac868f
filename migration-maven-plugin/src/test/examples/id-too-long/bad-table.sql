CREATE TABLE customer_loyalty_programme_membership_status_history_archive_table_a (
    id bigint PRIMARY KEY
);
