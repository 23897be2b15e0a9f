package ru.mentoring.tenancy.orglist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListFault.Reason;

/**
 * Finds for each row of a list where in the tree it belongs, and says of each that belongs nowhere
 * why. Works on what it is given: the directory as it is, and the rows in their order.
 *
 * <p>What does not say since when it exists has existed as long as what it stands below.
 */
final class ListPlacing {

    /**
     * An organisation that the directory has.
     *
     * @param openedOn first day; nothing if it does not exist today
     */
    record Known(
            UUID id,
            OrgKind kind,
            String code,
            String name,
            @Nullable UUID parent,
            @Nullable LocalDate openedOn) {}

    /**
     * A row that could be read.
     *
     * @param id the id that its organisation gets if it is opened
     */
    record Entry(UUID id, int line, ListedOrg content) {}

    /** What is to become of a row. */
    enum Verdict {
        NEW,
        SAME,
        ERROR
    }

    /**
     * The verdict on a row.
     *
     * @param parent what a new organisation stands below
     * @param since its first day
     */
    record Placed(
            UUID id,
            Verdict verdict,
            @Nullable UUID parent,
            @Nullable LocalDate since,
            @Nullable ListFault fault) {

        static Placed broken(Entry entry, Reason reason, ListColumn column, String value) {
            return new Placed(
                    entry.id(), Verdict.ERROR, null, null, new ListFault(reason, column, value));
        }
    }

    private record Key(OrgKind kind, String code) {}

    /** A district by which schools can be named, or the centre. */
    private record Above(
            UUID id, String code, String name, @Nullable LocalDate since, boolean faulty) {}

    private final Map<Key, Known> known = new HashMap<>();
    private final Map<UUID, Known> byId = new HashMap<>();
    private final Map<Key, Integer> lines = new HashMap<>();
    private final Map<String, List<Above>> districts = new HashMap<>();
    private final Above centre;

    private ListPlacing(List<Known> directory) {
        Above found = null;
        for (var one : directory) {
            known.put(new Key(one.kind(), one.code()), one);
            byId.put(one.id(), one);
            var above = new Above(one.id(), one.code(), one.name(), one.openedOn(), false);
            if (one.kind() == OrgKind.REGION) {
                found = above;
            } else if (one.kind() == OrgKind.DISTRICT && one.openedOn() != null) {
                add(above);
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("A region has a centre");
        }
        centre = found;
    }

    /** Returns the verdicts in the order of the rows. */
    static List<Placed> place(List<Entry> rows, List<Known> directory) {
        var placing = new ListPlacing(directory);
        var placed = new HashMap<UUID, Placed>();
        for (var kind : List.of(OrgKind.DISTRICT, OrgKind.SCHOOL)) {
            for (var row : rows) {
                if (row.content().kind() == kind) {
                    placed.put(row.id(), placing.place(row));
                }
            }
        }
        var verdicts = new ArrayList<Placed>(rows.size());
        rows.forEach(row -> verdicts.add(placed.get(row.id())));
        return verdicts;
    }

    private Placed place(Entry row) {
        var placed = verdict(row);
        if (row.content().kind() == OrgKind.DISTRICT && placed.verdict() != Verdict.SAME) {
            add(
                    new Above(
                            row.id(),
                            row.content().code(),
                            row.content().name(),
                            placed.since(),
                            placed.verdict() == Verdict.ERROR));
        }
        return placed;
    }

    private Placed verdict(Entry row) {
        var content = row.content();
        var key = new Key(content.kind(), content.code());
        var earlier = lines.putIfAbsent(key, row.line());
        if (earlier != null) {
            return Placed.broken(
                    row, Reason.CODE_REPEATED, ListColumn.CODE, String.valueOf(earlier));
        }
        var there = known.get(key);
        return there == null ? fresh(row) : compared(row, there);
    }

    private Placed compared(Entry row, Known there) {
        if (there.openedOn() == null) {
            return Placed.broken(row, Reason.CODE_WAS_USED, ListColumn.CODE, there.name());
        }
        if (!plain(there.name()).equals(plain(row.content().name()))) {
            return Placed.broken(row, Reason.NAMED_DIFFERENTLY, ListColumn.NAME, there.name());
        }
        var above = there.parent() == null ? null : byId.get(there.parent());
        var wanted = plain(row.content().district());
        if (there.kind() == OrgKind.SCHOOL
                && !wanted.isEmpty()
                && above != null
                && !wanted.equals(plain(above.name()))
                && !wanted.equals(plain(above.code()))) {
            return Placed.broken(row, Reason.PLACED_DIFFERENTLY, ListColumn.DISTRICT, above.name());
        }
        return new Placed(row.id(), Verdict.SAME, null, null, null);
    }

    private Placed fresh(Entry row) {
        var content = row.content();
        var above = centre;
        if (content.kind() == OrgKind.SCHOOL && !content.district().isEmpty()) {
            var fitting = districts.getOrDefault(plain(content.district()), List.of());
            if (fitting.size() != 1) {
                return Placed.broken(
                        row,
                        fitting.isEmpty() ? Reason.DISTRICT_UNKNOWN : Reason.DISTRICT_AMBIGUOUS,
                        ListColumn.DISTRICT,
                        content.district());
            }
            above = fitting.getFirst();
            if (above.faulty()) {
                return Placed.broken(
                        row, Reason.DISTRICT_FAULTY, ListColumn.DISTRICT, content.district());
            }
        }
        var since = content.since() == null ? above.since() : content.since();
        if (since == null || above.since() != null && since.isBefore(above.since())) {
            return Placed.broken(row, Reason.BEFORE_PARENT, ListColumn.SINCE, above.name());
        }
        if (content.listedFrom() != null && content.listedFrom().isBefore(since)) {
            return Placed.broken(
                    row,
                    Reason.LISTED_BEFORE_OPENED,
                    ListColumn.LISTED_FROM,
                    content.listedFrom().toString());
        }
        return new Placed(row.id(), Verdict.NEW, above.id(), since, null);
    }

    /** A district answers to its name and to its code. */
    private void add(Above district) {
        name(plain(district.name()), district);
        if (!plain(district.code()).equals(plain(district.name()))) {
            name(plain(district.code()), district);
        }
    }

    private void name(String plain, Above district) {
        districts.computeIfAbsent(plain, unused -> new ArrayList<>()).add(district);
    }

    /** A name as it is compared: without capitals, quotation marks and doubled spaces. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[«»\"„“”]", "")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }
}
