UPDATE users SET plan = 'basic' WHERE plan_id IN (SELECT id FROM plans WHERE code = 'FREE');
