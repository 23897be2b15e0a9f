package ru.mentoring.tenancy.orglist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes lists of districts and schools as a region's staff keeps them. */
public final class ListWorkbook {

    private static final List<String> DISTRICTS =
            List.of("№ п/п", "Код", "Наименование", "Полное наименование");
    private static final List<String> SCHOOLS =
            List.of(
                    "№ п/п",
                    "Код ОО",
                    "Краткое наименование",
                    "Полное наименование",
                    "Район",
                    "Дата открытия",
                    "В перечне с",
                    "Номер приказа",
                    "Дата приказа",
                    "Малокомплектная",
                    "Сельская",
                    "До 10 лет",
                    "10–14 лет",
                    "15–19 лет",
                    "Учителей",
                    "Молодых специалистов");

    private final List<List<Object>> districts = new ArrayList<>();
    private final List<List<Object>> schools = new ArrayList<>();

    /** Adds a district. */
    public ListWorkbook district(String code, String name) {
        districts.add(List.of(districts.size() + 1, code, name, "Управление образования: " + name));
        return this;
    }

    /** Adds a school whose other columns are empty. */
    public ListWorkbook school(String code, String name, String district) {
        return school(code, name, district, "", "", "", "", "", "", "", "", "", "", "");
    }

    /** Adds a school with all columns from the day of opening on. */
    public ListWorkbook school(String code, String name, String district, Object... more) {
        var cells =
                new ArrayList<Object>(
                        List.of(schools.size() + 1, code, name, "МБОУ " + name, district));
        cells.addAll(List.of(more));
        schools.add(cells);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            write(book, "Районы", DISTRICTS, districts);
            write(book, "Школы", SCHOOLS, schools);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void write(
            Workbook book, String name, List<String> head, List<List<Object>> rows) {
        var sheet = book.newWorksheet(name);
        sheet.value(0, 0, "Список на начало учебного года");
        for (int column = 0; column < head.size(); column++) {
            sheet.value(1, column, head.get(column));
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                var value = rows.get(row).get(column);
                if (value instanceof Number number) {
                    sheet.value(row + 2, column, number);
                } else {
                    sheet.value(row + 2, column, value.toString());
                }
            }
        }
    }
}
