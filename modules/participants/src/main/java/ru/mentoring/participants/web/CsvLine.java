package ru.mentoring.participants.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of a table for spreadsheet programs, in which no cell can become a formula. */
final class CsvLine {

    private CsvLine() {}

    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(";"));
    }

    private static String cell(String text) {
        var bare = text.replaceFirst("^[\\s\"']+", "");
        boolean formula = !bare.isEmpty() && "=+-@\t\r\n".indexOf(bare.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
