package ru.mentoring.shared.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * The headers that every answer carries, whoever gives it: pages, parts of pages, errors, files.
 *
 * <p>Nothing comes from elsewhere and nothing is inline; no answer stays in a cache unless its
 * handler says so; no address of ours is told to another site.
 */
class AnswerHeaders implements HeaderWriter {

    private static final long A_YEAR_IN_SECONDS = 31_536_000;

    private final List<HeaderWriter> writers;

    AnswerHeaders(IdentityProperties identity) {
        var opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        var resource = new CrossOriginResourcePolicyHeaderWriter();
        resource.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        this.writers =
                List.of(
                        new ContentSecurityPolicyHeaderWriter(policy(identity)),
                        new HstsHeaderWriter(A_YEAR_IN_SECONDS, true),
                        new XContentTypeOptionsHeaderWriter(),
                        new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                        new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                        opener,
                        resource,
                        new PermissionsPolicyHeaderWriter(
                                "camera=(), geolocation=(), microphone=(), payment=()"),
                        new CacheControlHeadersWriter());
    }

    /** Signing in and out redirects forms to the realm, which counts as their target as well. */
    static String policy(IdentityProperties identity) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(identity.origin());
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        writers.forEach(writer -> writer.writeHeaders(request, response));
    }
}
