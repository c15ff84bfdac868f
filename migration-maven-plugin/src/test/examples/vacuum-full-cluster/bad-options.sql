--@ migration 001 transactional=false
vacuum (full, analyze) public.orders;
