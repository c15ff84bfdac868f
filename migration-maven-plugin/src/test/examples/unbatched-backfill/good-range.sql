--@ migration 001 transactional=false
UPDATE users SET email = lower(email) WHERE id >= 1 AND id < 10000;
UPDATE users SET email = lower(email) WHERE id BETWEEN 10000 AND 19999;
