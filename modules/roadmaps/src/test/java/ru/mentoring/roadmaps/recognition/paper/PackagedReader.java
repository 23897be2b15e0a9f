package ru.mentoring.roadmaps.recognition.paper;

import java.nio.file.Path;

/** The main class of the packaged application that {@link PackagedApplicationTests} makes. */
public final class PackagedReader {

    private PackagedReader() {}

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            WordReader.Reading reading =
                    new WordReader(WordReader.Limits.USUAL).read(Path.of(argument));
            System.out.println(
                    switch (reading) {
                        case WordReader.Reading.Read(Paper paper) ->
                                "blocks: " + paper.blocks().size();
                        case WordReader.Reading.Failed(WordReader.Failure failure) ->
                                failure.name();
                    });
        }
        System.out.println(
                "class path: "
                        + PackagedReader.class.getProtectionDomain().getCodeSource().getLocation());
    }
}
