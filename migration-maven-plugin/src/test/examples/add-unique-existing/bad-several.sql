--@ also unique-no-using-index
ALTER TABLE ONLY public."Users" ADD UNIQUE ("TenantId", "Email");
