--@ migration 001 transactional=false
alter table if exists metrics."Measurements" detach partition metrics.measurements_2019;
