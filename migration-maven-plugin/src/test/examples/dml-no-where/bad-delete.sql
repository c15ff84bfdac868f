delete from public."Sessions";
