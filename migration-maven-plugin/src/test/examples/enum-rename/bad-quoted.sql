--@ history
CREATE TYPE "Shop"."Status" AS ENUM ('open', 'done');
--@ migration 002
alter type "Shop"."Status" rename value 'done' to 'completed';
