truncate table only public."Events", sessions restart identity;
