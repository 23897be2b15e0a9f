package ru.mentoring.tenancy.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mentoring.shared.api.NamedProblem;
import ru.mentoring.tenancy.Appointment;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.Giving;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.Members;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.NoSuchMembership;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.members.Leaving;
import ru.mentoring.tenancy.members.MemberDesk;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.Membership;
import ru.mentoring.tenancy.members.Nature;

/** Who has access to an organisation, and by which role. */
@RestController
@RequestMapping(
        path = "/api/v1/organisations/{org}/members",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Members")
class MemberApi {

    private static final String WORDS = "tenancy.api.problem.";
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_ADDRESS = 254;

    /** The order on which a role stands. */
    record Order(
            @NotBlank @Size(max = LONGEST_NUMBER) String number,
            @NotNull @PastOrPresent LocalDate date) {}

    /**
     * A role that somebody is to be given.
     *
     * @param email address of somebody whom the region knows
     * @param from first day; today if it is missing
     * @param until last day; none if the role has no term
     */
    record NewMember(
            @NotBlank @Email @Size(max = LONGEST_ADDRESS) String email,
            @NotNull Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Valid Order order) {}

    /**
     * A role that somebody has or had.
     *
     * @param nature the person’s own role, a part of somebody’s rights, or a substitute’s duties
     * @param endedAt when it ended; missing while it holds or is to begin
     */
    record Member(
            UUID id,
            UUID account,
            String name,
            String email,
            Role role,
            Nature nature,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Order order,
            @Nullable Instant endedAt) {}

    /** A call, by which a repeated one is recognised. */
    private record Asked(UUID org, NewMember member) {}

    private final OrganisationFeed organisations;
    private final MemberList list;
    private final Members members;
    private final MemberDesk desk;
    private final WrittenOnce writing;
    private final Audit audit;
    private final Clock clock;

    MemberApi(
            OrganisationFeed organisations,
            MemberList list,
            Members members,
            MemberDesk desk,
            WrittenOnce writing,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.list = list;
        this.members = members;
        this.desk = desk;
        this.writing = writing;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Permitted("member.view")
    @Operation(
            summary = "Who has access to an organisation",
            description =
                    "Those who have a role now or from a day to come. Ask on with `after` set to `next` until"
                            + " `next` is missing.")
    Page<Member> list(
            @PathVariable UUID org,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(OrganisationApi.MOST) int limit) {
        var seen = organisations.one(org);
        audit.read("system.read-members", "organisation", seen.id());
        var rows = list.read(MemberList.Filter.at(new OrgId(seen.id())), after, limit);
        var next = after + rows.size();
        return new Page<>(
                rows.stream().map(MemberApi::member).toList(),
                rows.isEmpty() || next >= rows.getFirst().total() ? null : String.valueOf(next));
    }

    @GetMapping("/{member}")
    @Permitted("member.view")
    @Operation(summary = "One role of somebody")
    Member one(@PathVariable UUID org, @PathVariable UUID member) {
        var row = row(org, member);
        audit.read("system.read-members", "membership", row.id());
        return member(row);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Permitted("member.manage")
    @Operation(
            summary = "Give a role",
            description =
                    "To somebody whom the region knows by this address. Repeated with the same key, it answers"
                            + " as before and gives nothing twice.")
    ResponseEntity<Member> give(
            @PathVariable UUID org,
            @RequestHeader(name = WrittenOnce.HEADER, required = false)
                    @Parameter(
                            required = true,
                            description = "Chosen by the system, up to 100 characters")
                    @Nullable String key,
            @Valid @RequestBody NewMember wanted,
            @RequestAttribute(CallingSystem.SYSTEM) @Parameter(hidden = true) UUID system) {
        organisations.one(org);
        var made = writing.once(system, key, new Asked(org, wanted), () -> given(org, wanted));
        return ResponseEntity.created(
                        URI.create("/api/v1/organisations/" + org + "/members/" + made.id()))
                .header("Idempotency-Replayed", String.valueOf(made.again()))
                .body(member(row(org, made.id())));
    }

    @DeleteMapping("/{member}")
    @Permitted("member.manage")
    @Operation(
            summary = "Take a role away",
            description = "It ends at once. Taking away what has ended changes nothing.")
    ResponseEntity<Void> take(@PathVariable UUID org, @PathVariable UUID member) {
        var row = row(org, member);
        if (desk.takeAway(new MembershipId(row.id())) instanceof Leaving.LastHead) {
            throw new NamedProblem(HttpStatus.UNPROCESSABLE_CONTENT, WORDS, "last-head");
        }
        return ResponseEntity.noContent().build();
    }

    private UUID given(UUID org, NewMember wanted) {
        var person =
                list.known(wanted.email())
                        .orElseThrow(() ->
                                new NamedProblem(
                                        HttpStatus.UNPROCESSABLE_CONTENT, WORDS, "no-such-person"));
        var order = wanted.order();
        var giving =
                members.give(
                        new Appointment(
                                person.account(),
                                new OrgId(org),
                                wanted.role(),
                                wanted.from() == null ? LocalDate.now(clock) : wanted.from(),
                                wanted.until(),
                                order == null ? null : new Ground(order.number(), order.date()),
                                null));
        return switch (giving) {
            case Giving.Given given -> given.membership().value();
            case Giving.Refused refused ->
                    throw new NamedProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            WORDS,
                            refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    /** Somebody’s role at this organisation, not at another one that the system sees as well. */
    private Membership row(UUID org, UUID member) {
        var id = new MembershipId(member);
        var row = list.one(id);
        if (!row.org().equals(org)) {
            throw new NoSuchMembership(id);
        }
        return row;
    }

    private static Member member(Membership row) {
        return new Member(
                row.id(),
                row.account(),
                row.name(),
                row.email(),
                row.role(),
                row.nature(),
                row.from(),
                row.until(),
                row.orderNumber().isEmpty() || row.orderDate() == null
                        ? null
                        : new Order(row.orderNumber(), row.orderDate()),
                row.endedAt());
    }
}
