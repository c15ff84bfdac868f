CREATE TYPE order_status AS ENUM ('open', 'done');
