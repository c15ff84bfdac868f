--@ migration 001 transactional=false
DROP DATABASE shop_old;
