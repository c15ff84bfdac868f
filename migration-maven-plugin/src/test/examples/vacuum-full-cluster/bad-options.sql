--@ versions 18
--@ migration 001 transactional=false
VACUUM (FULL) ONLY visits;
--@ migration 002
CLUSTER (VERBOSE) visits USING visits_day_idx;
