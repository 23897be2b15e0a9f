package ru.mentoring.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.util.FileSystemUtils;
import ru.mentoring.PlatformApplication;
import ru.mentoring.tenancy.ConsoleCommand;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoringlocal.demo.plan.Extent;
import ru.mentoringlocal.demo.plan.Landscape;
import ru.mentoringlocal.demo.plan.RegionPlan;

/**
 * The product as the local start brings it up, in a folder of the build and on free ports: the real
 * PostgreSQL, the real Keycloak, a small demonstration, and as many replicas as are asked for
 * behind one address.
 */
final class RunningPlatform implements AutoCloseable {

    /** A school that nobody has worked in yet. */
    record School(OrgId id, String name, String district) {}

    /** Two districts of the demonstration's region with a school each. */
    record Districts(String first, String second, String secondSchool) {}

    private static final String SIZE = "24x2400";
    private static final int SEED = 2026;

    private final Path root;
    private final InTurn proxy;
    private final String address;
    private final List<ConfigurableApplicationContext> replicas = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private RunningPlatform(Path root, InTurn proxy, int publicPort) {
        this.root = root;
        this.proxy = proxy;
        this.address = "http://localhost:" + publicPort;
    }

    /** Starts one replica with all it needs. */
    static RunningPlatform start() {
        var root = Path.of("").toAbsolutePath().getParent();
        var folder = root.resolve("platform-app/target/journey");
        removeData(folder.resolve("postgres"));
        var free = freePorts(8);
        provideKeycloak(root.resolve(".local/keycloak"), folder.resolve("keycloak"));
        var platform = new RunningPlatform(root, InTurn.open(free.get(0)), free.get(0));
        platform.run(
                free.get(1),
                "--spring.profiles.active=local",
                "--mentoring.local.directory=" + folder,
                "--mentoring.local.public-port=" + free.get(0),
                "--management.server.port=" + free.get(2),
                "--mentoring.local.postgres-port=" + free.get(3),
                "--mentoring.local.keycloak-port=" + free.get(4),
                "--mentoring.local.keycloak-management-port=" + free.get(5),
                "--mentoring.local.mail-port=" + free.get(6),
                "--mentoring.demo.size=" + SIZE,
                "--mentoring.demo.seed=" + SEED);
        platform.proxy.between(platform.ports);
        return platform;
    }

    /** Has this many replicas answer in turn, starting those that are missing. */
    void answerInTurn(int count) {
        while (replicas.size() < count) {
            var first = replicas.getFirst().getEnvironment();
            var known =
                    List.of(
                                    "spring.datasource.url",
                                    "spring.datasource.username",
                                    "spring.datasource.password",
                                    "mentoring.identity.issuer",
                                    "mentoring.identity.client-secret",
                                    "mentoring.participants.identity-key",
                                    "mentoring.public-url",
                                    "spring.mail.host",
                                    "spring.mail.port",
                                    "server.servlet.session.cookie.name",
                                    "server.servlet.session.cookie.secure")
                            .stream()
                            .map(name -> "--%s=%s".formatted(name, first.getProperty(name)))
                            .toList();
            var free = freePorts(2);
            var arguments = new ArrayList<>(known);
            arguments.add("--management.server.port=" + free.get(1));
            arguments.add("--server.address=127.0.0.1");
            run(free.get(0), arguments.toArray(String[]::new));
        }
        proxy.between(ports.subList(0, count));
    }

    private void run(int port, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=" + port);
        var application = new SpringApplication(PlatformApplication.class);
        replicas.add(application.run(all.toArray(String[]::new)));
        ports.add(port);
    }

    String address() {
        return address;
    }

    /** The root of the repository. */
    Path root() {
        return root;
    }

    MessageSource words() {
        return replicas.getFirst().getBean(MessageSource.class);
    }

    /**
     * Opens a school in the district of the demonstration's officer, in which the demonstration's
     * curator and director work.
     */
    School openSchool(String name) {
        var region = demonstration();
        var district = region.organisation("ЗЛЦ").orElseThrow();
        var since = LocalDate.of(2023, 9, 1);
        var context = replicas.getFirst();
        var founding = context.getBean(Founding.class);
        var id =
                founding.openSchool(
                        new RegionId(region.id()),
                        new OrgId(district),
                        new Founding.Naming("П-" + name.hashCode() % 1000, name, name),
                        false,
                        since,
                        since);
        enrol(region, id, "curator", Role.CURATOR);
        enrol(region, id, "director", Role.DIRECTOR);
        var districtName =
                region.districts().stream()
                        .filter(one -> one.id().equals(district))
                        .findFirst()
                        .orElseThrow()
                        .name();
        return new School(id, name, districtName);
    }

    /** Opens two districts with a listed school each, several years ago. */
    Districts openTwoDistricts(String suffix) {
        var districts =
                new Districts(
                        "Верховской район " + suffix,
                        "Заозёрный район " + suffix,
                        "Заозёрная СОШ " + suffix);
        openDistrict("В" + suffix, districts.first(), "Верховская СОШ " + suffix);
        openDistrict("З" + suffix, districts.second(), districts.secondSchool());
        return districts;
    }

    private void openDistrict(String code, String name, String school) {
        var region = new RegionId(demonstration().id());
        var centre = new OrgId(demonstration().centre());
        var since = LocalDate.of(2023, 9, 1);
        var founding = replicas.getFirst().getBean(Founding.class);
        var district =
                founding.openDistrict(region, centre, new Founding.Naming(code, name, name), since);
        founding.openSchool(
                region,
                district,
                new Founding.Naming("Ш" + code, school, school),
                false,
                since,
                since);
    }

    /**
     * Opens a region as an operator does, with the person of this login as its first administrator,
     * and returns what the command said.
     */
    List<String> openRegion(String code, String name, String login) {
        var context = replicas.getFirst();
        var person =
                context.getBean(ru.mentoringlocal.demo.Logins.class).named(login).orElseThrow();
        var told = new ArrayList<String>();
        var ending =
                context.getBeansOfType(ConsoleCommand.class).values().stream()
                        .filter(command -> command.name().equals("open-region"))
                        .findFirst()
                        .orElseThrow()
                        .run(
                                Map.of(
                                        "open-region",
                                        code,
                                        "region-name",
                                        name,
                                        "region-time-zone",
                                        "Asia/Yekaterinburg",
                                        "region-since",
                                        "01.09.2024",
                                        "administrator-name",
                                        person.displayName(),
                                        "administrator-email",
                                        person.email(),
                                        "administrator-subject",
                                        person.subject()),
                                told::add);
        if (ending != ConsoleCommand.Ending.DONE) {
            throw new AssertionError("The region did not open: " + told);
        }
        return told;
    }

    private void enrol(RegionPlan region, OrgId school, String login, Role role) {
        var context = replicas.getFirst();
        var logins = context.getBean(ru.mentoringlocal.demo.Logins.class);
        var person = logins.named(login).orElseThrow();
        context.getBean(Founding.class)
                .enrol(
                        new RegionId(region.id()),
                        school,
                        role,
                        context.getEnvironment().getRequiredProperty("mentoring.identity.issuer"),
                        person.subject(),
                        person.displayName(),
                        person.email());
    }

    private static RegionPlan demonstration() {
        var today = LocalDate.now();
        int startYear = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        return Landscape.draw(SEED, Extent.of(SIZE), startYear).getFirst();
    }

    /** Keycloak writes into its own folder, so a running local start must not share it. */
    private static void provideKeycloak(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var relative = from.relativize(file);
                var target = to.resolve(relative.toString());
                if (relative.toString().contains("/data/") || Files.exists(target)) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (relative.getNameCount() > 1
                        || relative.toString().startsWith("built-")) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The build unpacks Keycloak into .local/keycloak; it cannot be copied", e);
        }
    }

    /** Each run begins in an empty database. */
    private static void removeData(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(RunningPlatform::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        proxy.close();
        replicas.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
