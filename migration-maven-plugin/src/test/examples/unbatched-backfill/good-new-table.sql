CREATE TABLE flags (id bigint PRIMARY KEY, state text);
UPDATE flags SET state = 'on' WHERE state = 'yes';
