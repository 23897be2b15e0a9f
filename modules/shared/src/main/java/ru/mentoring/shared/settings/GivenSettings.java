package ru.mentoring.shared.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Settings, by the names under which an installation gives them. */
final class GivenSettings {

    private final PropertyResolver properties;

    GivenSettings(PropertyResolver properties) {
        this.properties = properties;
    }

    /**
     * Returns a setting.
     *
     * @param variable where an installation sets it
     * @throws WrongSettings if it is missing or empty
     */
    String need(String property, String variable) {
        var value = value(property);
        if (value == null || value.isBlank()) {
            throw new WrongSettings(
                    "%s is not set: give it in the environment, or as a file of that name in the folder MENTORING_SECRETS."
                            .formatted(variable));
        }
        return value;
    }

    /** A setting that refers to a missing variable cannot be read at all. */
    private @Nullable String value(String property) {
        try {
            return properties.getProperty(property);
        } catch (IllegalArgumentException unresolved) {
            return null;
        }
    }

    /** Insists on an address that a browser on another machine can be sent to safely. */
    void insistOnAddress(String property, String variable) {
        var text = need(property, variable);
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw new WrongSettings("%s is no address: %s".formatted(variable, text), unreadable);
        }
        if (address.getHost() == null) {
            throw new WrongSettings("%s is no address: %s".formatted(variable, text));
        }
        boolean safe =
                "https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && isThisMachine(address.getHost());
        if (!safe) {
            throw new WrongSettings(
                    "%s has to begin with https://, or nobody can sign in safely: %s"
                            .formatted(variable, text));
        }
    }

    static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
