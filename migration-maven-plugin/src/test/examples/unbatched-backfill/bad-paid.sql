UPDATE invoices SET state = 'done' WHERE paid = 'Y';
