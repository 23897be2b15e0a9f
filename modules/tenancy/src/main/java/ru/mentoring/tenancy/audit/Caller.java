package ru.mentoring.tenancy.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.mentoring.shared.Ids;

/**
 * Where a request came from, as far as the trail may know.
 *
 * @param request one id for everything that a request does
 * @param network the network of the address: the first 24 bits of an IPv4 address, the first 48 of
 *     an IPv6 address
 */
record Caller(String request, @Nullable String network) {

    private static final String REQUEST = Caller.class.getName() + ".request";
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    /** Returns the caller of the running request; nothing where a schedule or a listener works. */
    static Optional<Caller> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? Optional.of(of(web.getRequest()))
                : Optional.empty();
    }

    private static Caller of(HttpServletRequest request) {
        var id = request.getAttribute(REQUEST);
        if (id == null) {
            id = Ids.next().toString();
            request.setAttribute(REQUEST, id);
        }
        return new Caller(id.toString(), network(request.getRemoteAddr()));
    }

    /** Returns the network of a numeric address, and nothing for whatever is none. */
    static @Nullable String network(@Nullable String address) {
        if (address == null) {
            return null;
        }
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
        var bytes = parsed.getAddress();
        int kept = parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
        for (int i = kept; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        return text(bytes) + "/" + kept * Byte.SIZE;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
