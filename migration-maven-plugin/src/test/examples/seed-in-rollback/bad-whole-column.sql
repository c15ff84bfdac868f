--@ rows customers 200
UPDATE customers SET state = 'active';
--@ down
UPDATE customers SET state = 'new';
--@ also dml-no-where
