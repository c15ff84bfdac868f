DELETE FROM audit WHERE tenant_id = 7;
