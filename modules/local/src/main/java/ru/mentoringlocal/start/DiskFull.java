package ru.mentoringlocal.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** What to tell when the disk has no room left, however that came out. */
public final class DiskFull {

    /** So many megabytes does a first start need; the demonstration takes three quarters of it. */
    public static final long ROOM_FOR_A_FIRST_START = 2_000;

    /** With less than that PostgreSQL stops by itself, and says of it only that it is away. */
    private static final long TOO_LITTLE_FOR_ANYTHING = 20;

    private static final String SQL_STATE = "53100";
    private static final String OF_THE_SYSTEM = "No space left on device";
    private static final long MEGABYTE = 1_000_000;

    private DiskFull() {}

    /** Says whether the failure, or what caused it, was that nothing could be written any more. */
    public static boolean shownBy(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
            if (String.valueOf(each.getMessage()).contains(OF_THE_SYSTEM)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many megabytes are free where a folder lies or will lie. */
    static long free(Path directory) throws IOException {
        var there = directory;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace() / MEGABYTE;
    }

    /** Returns what to tell if a start failed for want of room, and nothing if not for that. */
    static @Nullable String told(Throwable failure, Path directory) {
        try {
            var free = free(directory);
            return shownBy(failure) || free < TOO_LITTLE_FOR_ANYTHING
                    ? "The disk is full: %d MB are free in %s, and a first start needs %d MB. What earlier starts have finished is kept, what this one was writing is undone. Make room, or choose a folder on another disk, and start again: %s"
                            .formatted(
                                    free,
                                    directory,
                                    ROOM_FOR_A_FIRST_START,
                                    Processes.argument(LocalSettings.DIRECTORY, "<folder>"))
                    : null;
        } catch (IOException unknown) {
            return null;
        }
    }

    /**
     * Copies a folder wholly or not at all: under its name it appears only when everything is
     * there.
     */
    static void copy(Path original, Path copy) throws IOException {
        var unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        try {
            FileSystemUtils.copyRecursively(original, unfinished);
            Files.move(unfinished, copy);
        } catch (IOException failure) {
            FileSystemUtils.deleteRecursively(unfinished);
            throw failure;
        }
    }
}
