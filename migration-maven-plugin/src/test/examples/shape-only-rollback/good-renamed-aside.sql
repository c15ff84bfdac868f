--@ also rename-table
--@ migration 001
ALTER TABLE fax RENAME TO fax_kept;
--@ down
ALTER TABLE fax_kept RENAME TO fax;
