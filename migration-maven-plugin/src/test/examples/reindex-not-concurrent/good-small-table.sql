--@ rows countries 249
REINDEX TABLE countries;
