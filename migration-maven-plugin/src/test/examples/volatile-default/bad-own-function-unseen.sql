ALTER TABLE users ADD COLUMN code varchar(12) DEFAULT app.new_code();
