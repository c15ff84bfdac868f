UPDATE customers SET public_id = gen_random_uuid() WHERE id BETWEEN 1 AND 1000 AND public_id IS NULL;
