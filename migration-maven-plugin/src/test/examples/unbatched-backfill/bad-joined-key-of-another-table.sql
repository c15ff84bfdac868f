UPDATE users u SET plan = 'basic' FROM plans p WHERE p.id = 7 AND u.plan_id = p.id;
