alter table only public."Users"
  drop column if exists "Phone",
  drop fax;
