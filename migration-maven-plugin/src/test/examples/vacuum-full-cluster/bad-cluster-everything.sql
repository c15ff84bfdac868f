--@ also not-rerunnable
--@ migration 001 transactional=false
CLUSTER;
