--@ rows countries 200
VACUUM FULL countries;
