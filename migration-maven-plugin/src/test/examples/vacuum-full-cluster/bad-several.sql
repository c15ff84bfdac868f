--@ migration 001 transactional=false
VACUUM (FULL TRUE, VERBOSE) orders, "Customers";
