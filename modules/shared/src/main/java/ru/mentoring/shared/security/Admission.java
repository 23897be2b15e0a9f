package ru.mentoring.shared.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.mentoring.shared.pages.BarePages;

/**
 * Lets in as many requests at once as the database's connections can serve in a moment, and asks
 * all others to come again.
 *
 * <p>Threads cost nothing here, so that without this any number of requests would wait for a
 * connection, all of them until they give up. Stands before the session is read, and draws its
 * answer without the database.
 */
class Admission extends OncePerRequestFilter {

    /** What is let in for one connection; more would wait longer than a reader does. */
    static final int A_CONNECTION = 4;

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;
    private final BarePages pages;
    private final Counter refused;

    Admission(int connections, BarePages pages, MeterRegistry meters) {
        int most = A_CONNECTION * connections;
        this.places = new Semaphore(most);
        this.pages = pages;
        this.refused =
                Counter.builder("mentoring.requests.refused")
                        .description("Requests sent away because too many came at once")
                        .register(meters);
        Gauge.builder("mentoring.requests.inside", () -> most - places.availablePermits())
                .description("Requests that are being answered")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            refused.increment();
            pages.write(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "shared.error.busy",
                    COME_AGAIN,
                    request,
                    response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
