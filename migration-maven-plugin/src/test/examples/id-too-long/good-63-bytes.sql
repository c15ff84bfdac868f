CREATE TABLE customer_loyalty_programme_membership_status_history_archive_t (
    id bigint PRIMARY KEY
);
