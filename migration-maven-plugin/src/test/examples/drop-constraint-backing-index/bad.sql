--@ also drop-index drop-index-not-concurrent drop-pk
DROP INDEX users_pkey;
