package ru.mentoring.tenancy.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.api.OrganisationFeed.Organisation;

/** The organisation of the calling program and those below it. */
@RestController
@RequestMapping(path = "/api/v1/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Organisations")
@Permitted("organisation.view")
class OrganisationApi {

    /** The longest part of a list that is given at once. */
    static final int MOST = 200;

    private final OrganisationFeed organisations;

    OrganisationApi(OrganisationFeed organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    @Operation(
            summary = "Organisations that the system sees",
            description =
                    "Its own organisation and those below it today, in the order of their ids. Ask on with"
                            + " `after` set to `next` until `next` is missing.")
    Page<Organisation> list(
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        return Page.of(organisations.after(after, limit + 1), limit, one -> one.id().toString());
    }

    @GetMapping("/{org}")
    @Operation(summary = "One organisation")
    Organisation one(@PathVariable UUID org) {
        return organisations.one(org);
    }
}
