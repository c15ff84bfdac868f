UPDATE customers SET status = 'active', updated_at = now() WHERE id = 7;
