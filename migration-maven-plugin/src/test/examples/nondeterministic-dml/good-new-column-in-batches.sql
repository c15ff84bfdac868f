ALTER TABLE users ADD COLUMN public_id uuid;
ALTER TABLE users ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
--@ migration 002 transactional=false
UPDATE users SET public_id = gen_random_uuid() WHERE id BETWEEN 1 AND 10000;
