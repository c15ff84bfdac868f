// Only where a container engine is, and always where the build says that there is one.
def socket = System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock'
return System.getenv('STAIRWAY_REQUIRE_CONTAINERS') == 'true' || !socket.startsWith('unix://') ||
    new File(socket.substring('unix://'.length())).exists()
