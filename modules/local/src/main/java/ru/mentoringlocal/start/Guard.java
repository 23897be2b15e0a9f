package ru.mentoringlocal.start;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends Keycloak and PostgreSQL when this process is killed and cannot do it itself.
 *
 * <p>A shell reads from a pipe that only this process holds; the end of the pipe is the end of the
 * process. After an orderly end there is nothing left to do.
 */
final class Guard {

    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            cat > /dev/null
            belongs() {
                tr '\\0' ' ' < "/proc/$1/cmdline" 2> /dev/null | grep -qF -- "$2"
            }
            if [ -f "$1" ]; then
                pid="$(head -n 1 "$1")"
                belongs "$pid" "$2" && kill -- "-$pid" 2> /dev/null
            fi
            if [ -f "$3" ]; then
                pid="$(head -n 1 "$3")"
                belongs "$pid" "$4" && kill -INT "$pid" 2> /dev/null
            fi
            """;

    /** Keeps the pipe open: what nobody refers to would be closed. */
    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches over two processes whose numbers stand in files.
     *
     * @param keycloakFile holds the number of a process group
     */
    static Guard over(
            Path keycloakFile, Path keycloakHome, Path postmasterFile, Path postgresData) {
        try {
            return new Guard(
                    new ProcessBuilder(
                                    "/bin/sh",
                                    "-c",
                                    SCRIPT,
                                    "guard",
                                    keycloakFile.toString(),
                                    keycloakHome.toString(),
                                    postmasterFile.toString(),
                                    postgresData.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new CannotStart("/bin/sh could not be started: " + e.getMessage(), e);
        }
    }

    boolean watches() {
        return shell.isAlive();
    }
}
