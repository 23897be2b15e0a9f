package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.PlatformTest;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.audit.AuditWords;
import ru.mentoring.tenancy.domain.PermissionTable;

/**
 * The readers of the audit trail are directors: for every action that code names there are words.
 *
 * <p>Actions are looked for in the compiled code: whatever looks like one where the trail is
 * written, and whatever begins with a topic that has words.
 */
@PlatformTest
class AuditWordsTests {

    private static final Pattern LOOKS_LIKE_AN_ACTION =
            Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");

    @Autowired AuditWords words;
    @Autowired PermissionTable permissions;

    @Test
    void hasWordsForEveryActionThatCodeRecords() {
        var actions = actions(CLASSES, words.topics());

        assertThat(actions).contains("consent.recorded", "roadmap.submitted", "access.refused");
        assertThat(withoutWords(actions)).isEmpty();
    }

    @Test
    void hasATopicForEveryActionAndNoneForNothing() {
        assertThat(words.actions().stream().map(action -> action.split("\\.")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(words.topics());
    }

    /** The check is able to fail: an action that nobody described is found. */
    @Test
    void findsAnActionWithoutWords() {
        var planted = new ClassFileImporter().importClasses(Silent.class);

        assertThat(withoutWords(actions(planted, words.topics())))
                .containsExactlyInAnyOrder("unheard.of", "consent.eaten");
    }

    private Set<String> withoutWords(Set<String> actions) {
        actions.removeAll(words.actions());
        actions.removeIf(permissions::knows);
        return actions;
    }

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("ru.mentoring");

    private static Set<String> actions(JavaClasses classes, Set<String> topics) {
        var actions = new TreeSet<String>();
        classes.stream()
                .map(one -> one.getSource().orElseThrow().getUri())
                .distinct()
                .map(AuditWordsTests::parsed)
                .flatMap(model -> model.methods().stream())
                .flatMap(method -> method.code().stream())
                .forEach(code -> {
                    boolean writes = writesTheTrail(code);
                    constants(code)
                            .filter(text -> LOOKS_LIKE_AN_ACTION.matcher(text).matches())
                            .filter(text -> writes || topics.contains(text.split("\\.")[0]))
                            .forEach(actions::add);
                });
        return actions;
    }

    private static boolean writesTheTrail(CodeModel code) {
        var trail = Audit.class.getName().replace('.', '/');
        return code.elementStream()
                .anyMatch(element ->
                        element instanceof InvokeInstruction call
                                && call.owner().asInternalName().equals(trail));
    }

    private static Stream<String> constants(CodeModel code) {
        return code.elementStream()
                .filter(ConstantInstruction.class::isInstance)
                .map(element -> ((ConstantInstruction) element).constantValue())
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static ClassModel parsed(java.net.URI source) {
        try (var bytes = source.toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records what nobody will understand. */
    static class Silent {

        void record(Audit audit) {
            audit.record("unheard.of", "consent", new java.util.UUID(0, 0));
        }

        String action() {
            return "consent.eaten";
        }
    }
}
