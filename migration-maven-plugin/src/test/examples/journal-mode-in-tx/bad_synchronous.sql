pragma main.synchronous(normal);
