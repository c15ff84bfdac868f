import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

// Not in the environment: other plugins print that with -X.
def secret = new File(basedir, 'login.secret')
secret.text = 'Canary7Q9zXw2Lp/Ab\n'
Files.setPosixFilePermissions(secret.toPath(), PosixFilePermissions.fromString('rw-------'))

true
