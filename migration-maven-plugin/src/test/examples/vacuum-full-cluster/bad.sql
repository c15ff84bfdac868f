--@ also many-nontx-steps not-rerunnable
--@ migration 001 transactional=false
VACUUM FULL orders;
