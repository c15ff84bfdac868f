UPDATE features SET enabled = true WHERE name = 'search';
--@ down
UPDATE features SET enabled = false WHERE name = 'search';
