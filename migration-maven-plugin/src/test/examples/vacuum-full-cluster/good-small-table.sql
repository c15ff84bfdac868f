--@ rows currencies 40
--@ migration 001 transactional=false
VACUUM FULL currencies;
