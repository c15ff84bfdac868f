ALTER TYPE order_status ADD VALUE 'completed' AFTER 'done';
