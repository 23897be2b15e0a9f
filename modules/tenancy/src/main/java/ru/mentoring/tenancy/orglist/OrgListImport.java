package ru.mentoring.tenancy.orglist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.shared.files.ArchiveFault;
import ru.mentoring.shared.files.ArchiveGate;
import ru.mentoring.shared.files.ArchiveVerdict.Barred;
import ru.mentoring.shared.files.ArchiveVerdict.Passed;
import ru.mentoring.shared.files.FileContent;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListPlacing.Entry;
import ru.mentoring.tenancy.orglist.ListPlacing.Placed;
import ru.mentoring.tenancy.orglist.ListPlacing.Verdict;
import ru.mentoring.tenancy.orglist.StagedLists.Judged;
import ru.mentoring.tenancy.profile.ProfileDesk;
import ru.mentoring.tenancy.profile.SchoolFacts;

/**
 * Takes a region’s list of districts and schools from a workbook. The upload stores what was read
 * for a preview; the confirmation opens all rows without a fault in one transaction, or none.
 */
@Component
public class OrgListImport {

    private static final String IMPORT = "organisation.import";
    private static final String TYPE = "organisation-list";
    private static final int LONGEST_FILE_NAME = 200;
    private static final int RECENT = 10;

    /** What came of a confirmation. */
    public enum Opening {
        OPENED,
        /**
         * The directory has changed since the preview: the rows were judged anew, nothing opened.
         */
        JUDGED_ANEW,
        /** Somebody has confirmed the list before. */
        WAS_OPEN
    }

    private final StagedLists lists;
    private final ProfileDesk profiles;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ArchiveGate gate = ArchiveGate.forWorkbook();

    OrgListImport(
            StagedLists lists,
            ProfileDesk profiles,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.lists = lists;
        this.profiles = profiles;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Reads a workbook and stores its rows for the preview; opens nothing. */
    public ListUpload upload(String fileName, InputStream content) {
        CurrentScope.get().demand(IMPORT);
        try {
            var file = Files.createTempFile("organisations", null);
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                refuse(file);
                var rows = read(file);
                var name =
                        fileName.length() > LONGEST_FILE_NAME
                                ? fileName.substring(0, LONGEST_FILE_NAME)
                                : fileName;
                return new ListUpload.Read(transaction.execute(status -> stage(name, rows)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (RejectedList rejected) {
            return new ListUpload.Rejected(rejected.rejection(), rejected.detail());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says no to a file that is no workbook, or one that should not be opened. */
    private void refuse(Path file) throws IOException {
        switch (FileContent.of(file)) {
            case EMPTY -> throw new RejectedList(ListRejection.EMPTY);
            case OLE -> throw new RejectedList(ListRejection.OLD_FORMAT);
            case LOCKED_OFFICE -> throw new RejectedList(ListRejection.LOCKED);
            case PDF, RTF, OTHER -> throw new RejectedList(ListRejection.NOT_A_WORKBOOK);
            case ZIP -> {
                switch (gate.examine(file)) {
                    case Passed _ -> {}
                    case Barred(var fault, var _) -> throw new RejectedList(rejection(fault));
                }
            }
        }
    }

    private static ListRejection rejection(ArchiveFault fault) {
        return switch (fault) {
            case EMPTY -> ListRejection.EMPTY;
            case FILE_TOO_LARGE -> ListRejection.TOO_LARGE;
            case NOT_AN_ARCHIVE, OTHER_KIND -> ListRejection.NOT_A_WORKBOOK;
            case DAMAGED, OVERLAPPING_PARTS, REPEATED_PART, UNSAFE_NAME -> ListRejection.DAMAGED;
            case ENCRYPTED -> ListRejection.LOCKED;
            case TOO_MANY_PARTS, PART_TOO_LARGE, TOTAL_TOO_LARGE, RATIO_TOO_HIGH ->
                    ListRejection.BOMB;
            case MACROS,
                    EMBEDDED_OBJECT,
                    FOREIGN_CONTENT,
                    REMOTE_TEMPLATE,
                    EXTERNAL_LINK,
                    XML_DOCTYPE ->
                    ListRejection.UNSAFE;
        };
    }

    private List<ListRow> read(Path file) throws IOException {
        var today = LocalDate.now(clock);
        return ListBook.read(file, clock).stream()
                .map(line -> ListReader.read(line, today))
                .toList();
    }

    private OrgListId stage(String fileName, List<ListRow> rows) {
        var ids = new ArrayList<UUID>(rows.size());
        var entries = new ArrayList<Entry>(rows.size());
        for (var row : rows) {
            var id = Ids.next();
            ids.add(id);
            if (row.content() != null) {
                entries.add(new Entry(id, row.line(), row.content()));
            }
        }
        var placed = new HashMap<UUID, Placed>();
        ListPlacing.place(entries, lists.directory()).forEach(one -> placed.put(one.id(), one));
        var judged = new ArrayList<Judged>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            judged.add(new Judged(ids.get(i), rows.get(i), placed.get(ids.get(i))));
        }
        var list = lists.open(fileName, clock.instant());
        lists.add(list, judged);
        audit.record("organisation-list.uploaded", TYPE, list.value());
        return list;
    }

    /**
     * Opens the organisations of all rows without a fault: districts, then schools, puts schools on
     * the list of participating schools and keeps what is said of them for the running year. All of
     * it or nothing.
     *
     * @throws NoSuchList if this centre has no such list
     */
    @Transactional
    public Opening confirm(OrgListId list) {
        CurrentScope.get().demand(IMPORT);
        if (lists.lock(list) == OrgList.State.DONE) {
            return Opening.WAS_OPEN;
        }
        var entries = lists.readable(list);
        var verdicts = ListPlacing.place(entries, lists.directory());
        if (lists.judgeAnew(verdicts) > 0) {
            return Opening.JUDGED_ANEW;
        }
        lists.found(list, OrgKind.DISTRICT);
        lists.found(list, OrgKind.SCHOOL);
        lists.enlist(list);
        profiles.enter(SchoolYear.of(LocalDate.now(clock)).startYear(), facts(entries, verdicts));
        lists.finish(list, clock.instant());
        audit.record("organisation-list.opened", TYPE, list.value());
        return Opening.OPENED;
    }

    private static LinkedHashMap<OrgId, SchoolFacts> facts(
            List<Entry> entries, List<Placed> verdicts) {
        var facts = new LinkedHashMap<OrgId, SchoolFacts>();
        for (int i = 0; i < entries.size(); i++) {
            var known = entries.get(i).content().facts();
            if (known != null && verdicts.get(i).verdict() == Verdict.NEW) {
                facts.put(new OrgId(entries.get(i).id()), known);
            }
        }
        return facts;
    }

    /**
     * Throws a list away that nobody has confirmed.
     *
     * @throws NoSuchList if this centre has no such list
     */
    @Transactional
    public boolean discard(OrgListId list) {
        CurrentScope.get().demand(IMPORT);
        lists.lock(list);
        boolean discarded = lists.discard(list);
        if (discarded) {
            audit.record("organisation-list.discarded", TYPE, list.value());
        }
        return discarded;
    }

    /**
     * Returns a list with its counts.
     *
     * @throws NoSuchList if this centre has no such list
     */
    @Transactional(readOnly = true)
    public OrgList list(OrgListId list) {
        return lists.one(list);
    }

    /** Returns broken rows of a list in its order. */
    @Transactional(readOnly = true)
    public List<OrgList.Broken> broken(OrgListId list, int offset, int limit) {
        return lists.broken(list, offset, limit);
    }

    /** Returns the last uploads, the latest first. */
    @Transactional(readOnly = true)
    public List<OrgList> recent() {
        return lists.recent(RECENT);
    }
}
