ALTER TABLE users ADD COLUMN profile_id bigint;
INSERT INTO profiles (user_id, bio) SELECT id, bio FROM users;
