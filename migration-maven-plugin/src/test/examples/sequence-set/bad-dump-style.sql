SELECT pg_catalog.setval('public.users_id_seq', 1, false);
