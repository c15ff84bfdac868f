--@ product sqlite
UPDATE accounts SET token = lower(hex(randomblob(16))) WHERE id = 5;
