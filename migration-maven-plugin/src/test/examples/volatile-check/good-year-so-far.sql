CREATE TABLE books (id bigint PRIMARY KEY, year integer CHECK (year <= extract(year FROM current_date)), printed date,
  CHECK (printed BETWEEN DATE '1450-01-01' AND now()));
