pragma writable_schema=1;
