--@ product sqlite
--@ versions 3.40 3.54
--@ rows bookings 40000
--@ migration 027
-- plans of the calendar were bad after the import of last week
PRAGMA analysis_limit = 1000;
ANALYZE bookings;
--@ down
DELETE FROM sqlite_stat1 WHERE tbl = 'bookings';
