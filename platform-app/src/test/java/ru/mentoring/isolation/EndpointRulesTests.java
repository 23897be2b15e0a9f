package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.tenancy.domain.PermissionTable;

/** No page and no command exists without somebody having said who may use it. */
@PlatformTest
class EndpointRulesTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired PermissionTable permissions;

    @Test
    void givesARuleToEveryEndpoint() {
        assertThat(withoutRule()).isEmpty();
    }

    @Test
    void knowsEveryPermissionThatAnEndpointAsksFor() {
        var unknown =
                Endpoints.of(mapping).stream()
                        .filter(endpoint ->
                                endpoint.permission()
                                        .filter(name -> !permissions.knows(name))
                                        .isPresent());

        assertThat(unknown).isEmpty();
    }

    @Test
    void asksForAPermissionExactlyInsideOrganisations() {
        var misplaced =
                Endpoints.of(mapping).stream()
                        .filter(endpoint ->
                                endpoint.permission().isPresent()
                                        != (endpoint.level().isPresent()
                                                || endpoint.isForPrograms()));

        assertThat(misplaced).isEmpty();
    }

    @Test
    void givesEveryPermissionToSomebody() {
        assertThat(permissions.all()).allSatisfy((name, roles) -> assertThat(roles).isNotEmpty());
    }

    /** The check is able to fail: an endpoint that appears without a rule is found. */
    @Test
    void findsAnEndpointThatNobodyThoughtOf() throws NoSuchMethodException {
        Method method = Forgotten.class.getDeclaredMethod("page");
        var info =
                RequestMappingInfo.paths("/s/{org}/forgotten").methods(RequestMethod.GET).build();
        mapping.registerMapping(info, new Forgotten(), method);
        try {
            assertThat(withoutRule())
                    .extracting(Endpoint::pattern)
                    .containsExactly("/s/{org}/forgotten");
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private List<Endpoint> withoutRule() {
        return Endpoints.of(mapping).stream().filter(endpoint -> !endpoint.hasRule()).toList();
    }

    /** A page whose author forgot to say who may see it. */
    static class Forgotten {

        String page() {
            return "forgotten";
        }
    }
}
