package ru.mentoring.tenancy.orglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListFault.Reason;
import ru.mentoring.tenancy.orglist.ListPlacing.Entry;
import ru.mentoring.tenancy.orglist.ListPlacing.Known;
import ru.mentoring.tenancy.orglist.ListPlacing.Placed;
import ru.mentoring.tenancy.orglist.ListPlacing.Verdict;

class ListPlacingTests {

    private static final LocalDate START = LocalDate.of(2024, 9, 1);
    private static final UUID CENTRE = new UUID(0, 1);
    private static final UUID NORTH = new UUID(0, 2);
    private static final UUID HILL = new UUID(0, 3);

    private final List<Known> directory =
            List.of(
                    new Known(CENTRE, OrgKind.REGION, "R", "Центр", null, START),
                    new Known(NORTH, OrgKind.DISTRICT, "01", "Северный район", CENTRE, START),
                    new Known(HILL, OrgKind.SCHOOL, "0101", "Школа на горе", NORTH, START),
                    new Known(new UUID(0, 4), OrgKind.SCHOOL, "0102", "Школа у реки", null, null));
    private final List<Entry> rows = new ArrayList<>();

    private Entry district(String code, String name) {
        return row(OrgKind.DISTRICT, code, name, "", null, null);
    }

    private Entry school(String code, String name, String district) {
        return row(OrgKind.SCHOOL, code, name, district, null, null);
    }

    private Entry row(
            OrgKind kind,
            String code,
            String name,
            String district,
            @Nullable LocalDate since,
            @Nullable LocalDate listed) {
        var row =
                new Entry(
                        UUID.randomUUID(),
                        rows.size() + 3,
                        new ListedOrg(
                                kind, code, name, name, district, since, listed, "1", START, null));
        rows.add(row);
        return row;
    }

    private List<Placed> placed() {
        return ListPlacing.place(rows, directory);
    }

    private @Nullable Reason onlyReason() {
        var fault = placed().getLast().fault();
        return fault == null ? null : fault.reason();
    }

    @Test
    void findsDistrictsByNameOrCodeInTheDirectoryAndInTheListWhateverTheirOrder() {
        school("0201", "Школа в степи", "ЮЖНЫЙ  район");
        school("0103", "Школа у озера", "«Северный район»");
        school("0104", "Школа у моста", "01");
        school("9001", "Областной лицей", "");
        var south = district("02", "Южный район");

        assertThat(placed()).extracting(Placed::verdict).containsOnly(Verdict.NEW);
        assertThat(placed())
                .extracting(Placed::parent)
                .containsExactly(south.id(), NORTH, NORTH, CENTRE, CENTRE);
        assertThat(placed()).extracting(Placed::since).containsOnly(START);
    }

    @Test
    void leavesWhatIsThereAlone() {
        school("0101", "«Школа на горе»", "Северный район");
        district("01", "Северный район");

        assertThat(placed()).extracting(Placed::verdict).containsOnly(Verdict.SAME);
    }

    @Test
    void refusesToRenameOrMoveWhatIsThere() {
        school("0101", "Школа под горой", "Северный район");
        assertThat(onlyReason()).isEqualTo(Reason.NAMED_DIFFERENTLY);

        rows.clear();
        school("0101", "Школа на горе", "Южный район");
        assertThat(onlyReason()).isEqualTo(Reason.PLACED_DIFFERENTLY);
    }

    @Test
    void refusesACodeThatSomethingElseHasOrHad() {
        school("0102", "Школа у реки", "01");
        assertThat(onlyReason()).isEqualTo(Reason.CODE_WAS_USED);

        rows.clear();
        school("0105", "Школа у моста", "01");
        school("0105", "Школа у леса", "01");
        assertThat(placed().getLast().fault())
                .isEqualTo(new ListFault(Reason.CODE_REPEATED, ListColumn.CODE, "3"));
        assertThat(placed().getFirst().verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void refusesADistrictThatIsUnknownAmbiguousOrFaultyItself() {
        school("0201", "Школа в степи", "Южный район");
        assertThat(onlyReason()).isEqualTo(Reason.DISTRICT_UNKNOWN);

        district("02", "Южный район");
        district("03", "Южный район");
        assertThat(placed().getFirst().fault())
                .isNotNull()
                .extracting(ListFault::reason)
                .isEqualTo(Reason.DISTRICT_AMBIGUOUS);

        rows.clear();
        row(OrgKind.DISTRICT, "02", "Южный район", "", START.minusDays(1), null);
        school("0201", "Школа в степи", "Южный район");
        assertThat(onlyReason()).isEqualTo(Reason.DISTRICT_FAULTY);
    }

    @Test
    void refusesDaysBeforeTheDistrictOrTheSchoolExists() {
        row(OrgKind.SCHOOL, "0105", "Школа у моста", "01", START.minusDays(1), null);
        assertThat(onlyReason()).isEqualTo(Reason.BEFORE_PARENT);

        rows.clear();
        row(OrgKind.SCHOOL, "0105", "Школа у моста", "01", null, START.minusDays(1));
        assertThat(onlyReason()).isEqualTo(Reason.LISTED_BEFORE_OPENED);
    }
}
