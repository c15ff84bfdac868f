--@ also truncate-table
TRUNCATE users CASCADE;
