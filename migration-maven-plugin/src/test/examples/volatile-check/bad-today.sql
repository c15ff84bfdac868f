CREATE TABLE orders (id bigint PRIMARY KEY, due date CHECK (due <= current_date + 90));
