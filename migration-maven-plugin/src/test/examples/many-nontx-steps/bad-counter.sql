--@ migration 001 transactional=false
UPDATE accounts SET cents = cents * 100 WHERE id BETWEEN 1 AND 1000;
UPDATE accounts SET cents = cents * 100 WHERE id BETWEEN 1001 AND 2000;
