ALTER TYPE order_status ADD VALUE 'completed' AFTER 'done';
ALTER TYPE order_status ADD VALUE 'failed' AFTER 'completed';
