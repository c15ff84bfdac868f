--@ migration 001 transactional=false
VACUUM (FULL false) orders;
