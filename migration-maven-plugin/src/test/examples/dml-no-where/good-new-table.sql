CREATE TABLE flags (id bigint PRIMARY KEY, state text);
INSERT INTO flags (id, state) VALUES (1, 'off');
UPDATE flags SET state = 'on';
DELETE FROM flags;
