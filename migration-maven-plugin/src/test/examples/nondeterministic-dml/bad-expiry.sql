UPDATE subscriptions SET expires_at = now() + interval '30 days' WHERE id = 4711;
