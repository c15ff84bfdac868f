CREATE TYPE order_status AS ENUM ('open', 'done');
ALTER TYPE order_status RENAME VALUE 'done' TO 'completed';
