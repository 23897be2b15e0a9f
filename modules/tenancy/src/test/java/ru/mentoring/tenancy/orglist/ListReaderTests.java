package ru.mentoring.tenancy.orglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListBook.Line;
import ru.mentoring.tenancy.orglist.ListBook.Value;
import ru.mentoring.tenancy.orglist.ListFault.Reason;
import ru.mentoring.tenancy.profile.SchoolFacts;

class ListReaderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final Map<ListColumn, Value> cells = new EnumMap<>(ListColumn.class);

    ListReaderTests() {
        put(ListColumn.CODE, "0101");
        put(ListColumn.NAME, "Школа на горе");
    }

    private void put(ListColumn column, String text) {
        cells.put(column, new Value(text, null, false));
    }

    private ListRow read() {
        return ListReader.read(new Line("Школы", 3, OrgKind.SCHOOL, cells), TODAY);
    }

    private List<Reason> reasons() {
        return read().faults().stream().map(ListFault::reason).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Код ОО, CODE",
        "Краткое наименование по уставу, NAME",
        "Краткое наименование, NAME",
        "Полное наименование организации, FULL_NAME",
        "Муниципальный район, DISTRICT",
        "Тип организации, KIND",
        "Дата открытия, SINCE",
        "В перечне школ-участниц с, LISTED_FROM",
        "№ приказа, ORDER_NUMBER",
        "Дата приказа, ORDER_DATE",
        "Малокомплектная (да/нет), SMALL",
        "Обучающихся до 10 лет, UNDER_10",
        "Обучающихся 10–14 лет, FROM_10_TO_14",
        "Обучающихся 15-19 лет, FROM_15_TO_19",
        "Педагогов, TEACHERS",
        "Из них молодых специалистов, YOUNG_TEACHERS",
        "Примечание, UNKNOWN"
    })
    void knowsColumnsByTheirWords(String heading, ListColumn column) {
        assertThat(ListColumn.of(heading)).isEqualTo(column);
    }

    @Test
    void readsARowWithEverythingInIt() {
        put(ListColumn.DISTRICT, "Северный район");
        put(ListColumn.SINCE, "1.9.2020 г.");
        cells.put(ListColumn.LISTED_FROM, new Value("2021-09-01", LocalDate.of(2021, 9, 1), false));
        put(ListColumn.ORDER_NUMBER, "114-п");
        put(ListColumn.ORDER_DATE, "25.08.2021");
        put(ListColumn.SMALL, "Да");
        put(ListColumn.RURAL, "нет");
        put(ListColumn.UNDER_10, "1 012");
        put(ListColumn.FROM_10_TO_14, "20");
        put(ListColumn.FROM_15_TO_19, "0");

        assertThat(read().content())
                .isEqualTo(
                        new ListedOrg(
                                OrgKind.SCHOOL,
                                "0101",
                                "Школа на горе",
                                "Школа на горе",
                                "Северный район",
                                LocalDate.of(2020, 9, 1),
                                LocalDate.of(2021, 9, 1),
                                "114-п",
                                LocalDate.of(2021, 8, 25),
                                new SchoolFacts(true, false, false, 1012, 20, 0, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "CODE, '', CODE_MISSING",
        "CODE, 01 01, CODE_UNREADABLE",
        "CODE, 123456789012345678901, CODE_UNREADABLE",
        "NAME, '', NAME_MISSING",
        "KIND, завод, KIND_UNKNOWN",
        "SINCE, 31.02.2020, DATE_UNREADABLE",
        "SINCE, 01.09.2027, DATE_IN_FUTURE",
        "SMALL, может быть, ANSWER_UNREADABLE",
        "TEACHERS, много, NUMBER_UNREADABLE",
        "UNDER_10, 20001, NUMBER_UNREADABLE",
        "UNDER_10, 12, AGES_INCOMPLETE",
        "TEACHERS, 12, STAFF_INCOMPLETE",
        "LISTED_FROM, 01.09.2021, ORDER_MISSING"
    })
    void saysOfEachCellWhyItIsNotUnderstood(ListColumn column, String text, Reason reason) {
        put(column, text);

        assertThat(reasons()).containsExactly(reason);
        assertThat(read().content()).isNull();
    }

    @Test
    void namesEveryFaultOfARowAtOnce() {
        put(ListColumn.CODE, "");
        put(ListColumn.NAME, "");
        cells.put(ListColumn.FULL_NAME, new Value("#REF!", null, true));

        assertThat(reasons())
                .containsExactlyInAnyOrder(
                        Reason.FORMULA, Reason.CODE_MISSING, Reason.NAME_MISSING);
    }

    @Test
    void takesNoNumbersOfADistrict() {
        put(ListColumn.KIND, "управление образования");
        put(ListColumn.TEACHERS, "12");

        assertThat(reasons()).containsExactly(Reason.FOR_SCHOOLS_ONLY);
    }
}
