package ru.mentoringlocal.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Small things about processes and ports. */
final class Processes {

    private static final int PATIENCE_SECONDS = 15;

    private Processes() {}

    /** Insists on a system for which there is a PostgreSQL and a way to watch over processes. */
    static void insistOnSystem(String name, String architecture) {
        if (!name.equals("Linux") || !architecture.equals("amd64")) {
            throw new CannotStart(
                    "The local start runs on Linux on x86-64, not on %s on %s. On Windows use WSL; with Docker use deploy/compose.yaml."
                            .formatted(name, architecture));
        }
    }

    /** Insists that nobody listens on a port. */
    static void insistFree(int port, String property) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port %d is taken by another program. Stop it, or start with another port: %s"
                            .formatted(port, argument(property, "<port>")),
                    taken);
        }
    }

    /** Shows how a setting is given to a start. */
    static String argument(String property, String value) {
        return "./mvnw spring-boot:run -Dspring-boot.run.arguments=--%s=%s"
                .formatted(property, value);
    }

    /**
     * Ends what a killed start has left behind: the process whose number the file holds, if its
     * command names the folder in which that start has worked.
     */
    static void endLeftover(Path pidFile, Path folder) {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(process ->
                            process.info()
                                    .commandLine()
                                    .or(() -> process.info().command())
                                    .orElse("")
                                    .contains(folder.toString()))
                    .ifPresent(Processes::end);
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException unreadable) {
            throw new CannotStart(
                    "%s cannot be read. Remove it and start again.".formatted(pidFile), unreadable);
        }
    }

    /** Ends a process and whatever it has started, gently first. */
    static void end(ProcessHandle process) {
        var all = Stream.concat(process.descendants(), Stream.of(process)).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(
                            all.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
