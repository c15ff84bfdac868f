ALTER TABLE invoices RENAME TO invoices_tmp;
CREATE TABLE invoices (id INTEGER PRIMARY KEY, total INTEGER NOT NULL);
INSERT INTO invoices (id, total) SELECT id, total FROM invoices_tmp;
DROP TABLE invoices_tmp;
