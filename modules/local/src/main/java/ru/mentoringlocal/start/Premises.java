package ru.mentoringlocal.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a local start, held for one start at a time.
 *
 * <p>The system lets go of it when the process ends, however it ends.
 */
final class Premises implements AutoCloseable {

    private static final long ROOM_FOR_ANY_START = 300;

    private final FileChannel channel;

    private Premises(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder; fails if another start works there or if too little room is left. */
    static Premises take(Path directory) {
        var file = directory.resolve("start.lock");
        try {
            Files.createDirectories(directory);
            var channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new CannotStart(
                        "Another start (process %s) works in %s. Stop it, or give this one a folder of its own: %s"
                                .formatted(
                                        holder,
                                        directory,
                                        Processes.argument(LocalSettings.DIRECTORY, "<folder>")));
            }
            insistOnRoom(directory);
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.UTF_8)));
            return new Premises(channel);
        } catch (IOException e) {
            throw new CannotStart(
                    "Nothing can be written to %s. Make it writable for you, or choose another folder: %s"
                            .formatted(
                                    directory,
                                    Processes.argument(LocalSettings.DIRECTORY, "<folder>")),
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void insistOnRoom(Path directory) throws IOException {
        var complaint =
                complaint(directory, DiskFull.free(directory), !LocalPostgres.hasData(directory));
        if (complaint != null) {
            throw new CannotStart(complaint);
        }
    }

    /** Returns what to tell when the free megabytes do not suffice. */
    static @Nullable String complaint(Path directory, long free, boolean firstStart) {
        var needed = firstStart ? DiskFull.ROOM_FOR_A_FIRST_START : ROOM_FOR_ANY_START;
        return free >= needed
                ? null
                : "The disk is almost full: %d MB are free in %s, a %s needs %d MB. Make room, or choose a folder on another disk: %s"
                        .formatted(
                                free,
                                directory,
                                firstStart ? "first start" : "start",
                                needed,
                                Processes.argument(LocalSettings.DIRECTORY, "<folder>"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CannotStart("The folder could not be released", e);
        }
    }
}
