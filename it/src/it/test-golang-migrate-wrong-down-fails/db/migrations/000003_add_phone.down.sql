-- Forgets the column.
DROP INDEX users_phone;
