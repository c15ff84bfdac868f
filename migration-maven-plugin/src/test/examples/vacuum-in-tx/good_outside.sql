--@ migration 001 transactional=false
VACUUM;
