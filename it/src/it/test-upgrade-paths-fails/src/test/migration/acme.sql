PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE customers (id INT NOT NULL, email VARCHAR(100), CONSTRAINT PK_CUSTOMERS PRIMARY KEY (id));
INSERT INTO customers VALUES(1,'ann@example.org');
INSERT INTO customers VALUES(2,'ann@example.org');
COMMIT;
