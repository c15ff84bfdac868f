--@ migration 001
CREATE TABLE profiles (user_id bigint PRIMARY KEY, bio text);
--@ migration 002
INSERT INTO profiles (user_id, bio) SELECT id, bio FROM users;
