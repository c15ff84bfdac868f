--@ migration 002 transactional=false
REINDEX (CONCURRENTLY, VERBOSE) INDEX idx_users_email;
