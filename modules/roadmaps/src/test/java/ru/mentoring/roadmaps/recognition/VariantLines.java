package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a roadmap down as lines of text, in one of the ways people do without a table. */
final class VariantLines {

    private final Truth truth;
    private final Random random;
    private final List<String> numbers = new ArrayList<>();

    VariantLines(Truth truth, Random random) {
        this.truth = truth;
        this.random = random;
    }

    List<String> numbers() {
        return numbers;
    }

    String write() {
        boolean labelled = random.nextBoolean();
        boolean oneLine = random.nextBoolean();
        boolean stages = random.nextBoolean();
        String separator = random.nextBoolean() ? " — " : "; ";
        String point = random.nextBoolean() ? "." : "";
        var text =
                new StringBuilder(
                        "УТВЕРЖДАЮ\nДиректор МБОУ «Лукоморская гимназия» К.П. Дубова\n"
                                + truth.title()
                                + "\n\n");
        for (int s = 0; s < truth.sections().size(); s++) {
            text.append(stages ? "Этап " + (s + 1) + ". " : (s + 1) + ". ")
                    .append(truth.sections().get(s).title())
                    .append('\n');
            int i = 0;
            for (Truth.Item item : truth.sections().get(s).items()) {
                String number = (s + 1) + "." + ++i + point;
                numbers.add(number);
                text.append(number).append(' ');
                text.append(labelled ? labelled(item, oneLine) : separated(item, separator))
                        .append('\n');
                text.append(random.nextInt(4) == 0 ? "\n" : "");
            }
        }
        return text.append("\nДиректор ____________ К.П. Дубова\n").toString();
    }

    private static String labelled(Truth.Item item, boolean oneLine) {
        String end = oneLine ? ". " : "\n";
        return item.title()
                + end
                + "Срок: "
                + item.deadlineText().replaceAll("(?<!г)\\.$", "")
                + end
                + "Ответственные: "
                + String.join(", ", item.responsible())
                + end
                + "Результат: "
                + item.result();
    }

    private static String separated(Truth.Item item, String separator) {
        return String.join(
                separator,
                item.title(),
                item.deadlineText().replaceAll("(?<!г)\\.$", ""),
                String.join(", ", item.responsible()),
                item.result());
    }
}
