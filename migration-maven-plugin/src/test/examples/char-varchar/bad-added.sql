ALTER TABLE users ADD COLUMN initials character(3);
