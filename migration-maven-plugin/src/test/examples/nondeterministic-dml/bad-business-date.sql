UPDATE orders SET shipped_at = current_timestamp WHERE id = 4711;
