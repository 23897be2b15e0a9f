package ru.mentoringlocal.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Keeps a local start to its machine: everybody knows its passwords.
 *
 * <p>Whoever does want to be reached, for instance from a telephone beside the machine, says so.
 */
final class Loopback {

    static final String OPEN = "mentoring.local.open-to-the-network";

    private static final List<String> ADDRESSES =
            List.of("server.address", "management.server.address");

    private Loopback() {}

    /** Fails if an address is set that other machines reach, unless that was asked for. */
    static void insist(Environment environment) {
        if (environment.getProperty(OPEN, Boolean.class, false)) {
            return;
        }
        for (var property : ADDRESSES) {
            var address = environment.getProperty(property);
            if (!isLoopback(address)) {
                throw new CannotStart(
                        "%s is %s, which other machines reach, while everybody knows the passwords of a local start. Use 127.0.0.1, or say that you mean it: %s"
                                .formatted(
                                        property,
                                        address == null ? "not set" : address,
                                        Processes.argument(OPEN, "true")));
            }
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
