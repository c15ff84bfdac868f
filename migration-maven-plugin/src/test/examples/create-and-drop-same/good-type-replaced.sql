--@ history
CREATE TYPE mood AS ENUM ('sad', 'happy');
--@ migration 002
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('sad', 'glad');
DROP TYPE mood_old;
