package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.participants.ImportId;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.registers.RegisterBook;
import ru.mentoringtest.registers.RegisterBook.Broken;

@ModuleTest
class RegisterImportTests {

    @Autowired RegisterImport imports;
    @Autowired ImportRun run;
    @Autowired StagedFiles files;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private Regions.Org school;
    private LocalDate today;

    @BeforeEach
    void openSchool() {
        school = regions.fresh().district().school();
        today = LocalDate.now(clock);
    }

    private <T> T ask(Callable<T> work) {
        return school.ask(Role.CURATOR, work);
    }

    private Upload upload(byte[] content) {
        return ask(() -> imports.upload("реестр.xlsx", new ByteArrayInputStream(content)));
    }

    private ImportId read(byte[] content) {
        return ((Upload.Read) upload(content)).file();
    }

    private ImportFile confirmed(ImportId file) {
        school.as(Role.CURATOR, () -> imports.confirm(file));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> ask(() -> imports.file(file)),
                        f -> f.state() == ImportFile.State.DONE);
    }

    private long count(String table) {
        return switch (table) {
            case "person" ->
                    oracle.count(
                            "select count(*) from participants.person where org_id = ?",
                            school.id().value());
            case "entry" ->
                    oracle.count(
                            "select count(*) from participants.published_entry where org_id = ?",
                            school.id().value());
            default -> throw new IllegalArgumentException(table);
        };
    }

    /** Everything the import may change, in an order of its own. */
    private List<Map<String, Object>> truth(Regions.Org of) {
        return oracle.jdbc()
                .sql(
                        """
                        select p.name_key, p.birth_date, p.category, p.class_name, p.phone, p.email, p.representative_name,
                               e.request, m.competences, m.age_from, m.age_to, t.inn
                        from participants.person p
                        left join participants.mentee_entry e on e.person_id = p.id
                        left join participants.mentor_entry m on m.person_id = p.id
                        left join participants.partner t on t.id = p.partner_id
                        where p.org_id = ? order by p.name_key, p.birth_date
                        """)
                .param(of.id().value())
                .query()
                .listOfRows();
    }

    @Test
    void enters1960Of2000PeopleAndNamesThe40Others() {
        var book = RegisterBook.of(7, 2_000, 40, today);

        var file = read(book.bytes());

        assertThat(count("person")).isZero();
        var preview = ask(() -> imports.file(file));
        assertThat(preview.state()).isEqualTo(ImportFile.State.PREVIEW);
        assertThat(preview.counts())
                .isEqualTo(new ImportFile.Counts(2_000, 1_960, 40, 0, 1_500, 500, 1_960, 0, 0));
        assertThat(ask(() -> imports.broken(file, 0, 100)))
                .extracting(row ->
                        new Broken(
                                row.sheet(),
                                row.line(),
                                row.person(),
                                row.faults().getFirst().reason().name()))
                .containsExactlyElementsOf(book.broken());

        var done = confirmed(file);

        assertThat(done.counts())
                .isEqualTo(new ImportFile.Counts(2_000, 1_960, 40, 1_960, 1_500, 500, 1_960, 0, 0));
        assertThat(count("person")).isEqualTo(1_960);
        assertThat(count("entry")).isEqualTo(1_960);
        assertThat(
                        oracle.count(
                                "select count(*) from participants.import_row where org_id = ? and payload is not null",
                                school.id().value()))
                .isZero();
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        var bytes = RegisterBook.of(11, 60, 3, today).bytes();
        var file = read(bytes);
        confirmed(file);
        var before = truth(school);

        assertThat(upload(bytes)).isEqualTo(new Upload.Known(file));
        school.as(Role.CURATOR, () -> imports.confirm(file));

        assertThat(truth(school)).isEqualTo(before);
    }

    @Test
    void changesOnlyTheCorrectedRowsOfACorrectedFile() {
        var book = RegisterBook.of(11, 200, 12, today);
        confirmed(read(book.bytes()));
        var before = truth(school);

        var corrected = read(book.corrected());
        var preview = ask(() -> imports.file(corrected));
        var done = confirmed(corrected);

        assertThat(preview.counts())
                .isEqualTo(new ImportFile.Counts(200, 200, 0, 0, 150, 50, 12, 0, 188));
        assertThat(done.counts())
                .isEqualTo(new ImportFile.Counts(200, 200, 0, 200, 150, 50, 12, 0, 188));
        assertThat(truth(school)).hasSize(200).containsAll(before);
    }

    /** Stopped after two chunks and in the middle of a third, it goes on where it was. */
    @Test
    void loosesAndDoublesNobodyWhenItIsKilledAndRunAgain() {
        var bytes = RegisterBook.of(5, 1_000, 20, today).bytes();
        var undisturbed = regions.fresh().district().school();
        var other =
                ((Upload.Read)
                                undisturbed.ask(
                                        Role.CURATOR,
                                        () ->
                                                imports.upload(
                                                        "a.xlsx", new ByteArrayInputStream(bytes))))
                        .file();
        undisturbed.ask(Role.CURATOR, () -> start(other));
        undisturbed.ask(
                Role.CURATOR,
                () -> {
                    run.run(other);
                    return true;
                });
        var file = read(bytes);
        ask(() -> start(file));

        ask(() -> run.chunk(file));
        ask(() -> run.chunk(file));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        ask(() ->
                                new TransactionTemplate(transactions)
                                        .execute(status -> {
                                            run.chunk(file);
                                            throw new IllegalStateException("killed");
                                        })));

        assertThat(count("person")).isEqualTo(2 * ImportRun.CHUNK);
        ask(() -> {
            run.run(file);
            return true;
        });
        assertThat(truth(school)).isEqualTo(truth(undisturbed));
        assertThat(ask(() -> imports.file(file)).state()).isEqualTo(ImportFile.State.DONE);
    }

    private boolean start(ImportId file) {
        return Boolean.TRUE.equals(
                new TransactionTemplate(transactions)
                        .execute(status ->
                                files.move(
                                        file,
                                        ImportFile.State.PREVIEW,
                                        ImportFile.State.RUNNING,
                                        clock.instant())));
    }

    @Test
    void lets4WorkOnOneFileWithoutGettingInEachOthersWay() throws Exception {
        var file = read(RegisterBook.of(5, 1_000, 0, today).bytes());
        ask(() -> start(file));
        var scope = school.systemScope();

        try (var executor = Executors.newFixedThreadPool(4)) {
            var workers =
                    java.util.stream.IntStream.range(0, 4)
                            .mapToObj(i ->
                                    executor.submit(() ->
                                            ru.mentoring.tenancy.CurrentScope.run(
                                                    scope, () -> run.run(file))))
                            .toList();
            for (var worker : workers) {
                worker.get();
            }
        }
        ask(() -> {
            run.run(file);
            return true;
        });

        assertThat(count("person")).isEqualTo(1_000);
        assertThat(count("entry")).isEqualTo(1_000);
        assertThat(ask(() -> imports.file(file)).counts().created()).isEqualTo(1_000);
    }

    /** A row that the database alone refuses does not hold up the others. */
    @Test
    void putsARowAsideThatCannotBeStored() {
        var file = read(RegisterBook.of(5, 40, 0, today).bytes());
        oracle.jdbc()
                .sql(
                        """
                        update participants.import_row
                        set payload = jsonb_set(payload, '{ageFrom}', '90') || jsonb_build_object('ageTo', null, 'surname', repeat('Я', 10))
                        where file_id = ? and side = 'MENTOR' and line = 6
                        """)
                .param(file.value())
                .update();
        oracle.jdbc()
                .sql(
                        """
                        create or replace function public.refuse() returns trigger language plpgsql as
                        $$ begin if new.surname = 'ЯЯЯЯЯЯЯЯЯЯ' then raise exception 'no' using errcode = '23514'; end if; return new; end $$;
                        create or replace trigger refuse before insert on participants.person for each row execute function public.refuse()
                        """)
                .update();

        var done = confirmed(file);

        assertThat(done.counts().done()).isEqualTo(39);
        assertThat(ask(() -> imports.broken(file, 0, 10)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.line()).isEqualTo(6);
                    assertThat(row.faults().getFirst().reason()).isEqualTo(Fault.Reason.NOT_STORED);
                });
    }

    @Test
    void throwsAnUnconfirmedFileAway() {
        var bytes = RegisterBook.of(5, 20, 0, today).bytes();
        var file = read(bytes);

        school.as(Role.CURATOR, () -> imports.discard(file));

        assertThat(
                        oracle.count(
                                "select count(*) from participants.import_row where org_id = ?",
                                school.id().value()))
                .isZero();
        assertThat(upload(bytes)).isInstanceOf(Upload.Read.class);
    }

    @Test
    void keepsTheFilesOfASchoolToItself() {
        var file = read(RegisterBook.of(5, 20, 0, today).bytes());
        var neighbour = regions.fresh().district().school();

        assertThatExceptionOfType(NoSuchImport.class)
                .isThrownBy(() -> neighbour.ask(Role.CURATOR, () -> imports.file(file)));
        assertThatExceptionOfType(NoSuchImport.class)
                .isThrownBy(() -> neighbour.as(Role.CURATOR, () -> imports.confirm(file)));
    }
}
