package ru.mentoringlocal.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class LoopbackTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void letsThisMachineIn(String address) {
        assertThatCode(() -> Loopback.insist(at(address, address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", "", "no such host.invalid"})
    void refusesWhatOthersReach(String address) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Loopback.insist(at(address, "127.0.0.1")))
                .withMessageStartingWith("server.address is " + address);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Loopback.insist(at("127.0.0.1", address)))
                .withMessageStartingWith("management.server.address is " + address)
                .withMessageContaining(Loopback.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.10"})
    void obeysWhoeverMeansIt(String address) {
        var environment = at(address, address).withProperty(Loopback.OPEN, "true");

        assertThatCode(() -> Loopback.insist(environment)).doesNotThrowAnyException();
    }

    private static MockEnvironment at(String pages, String management) {
        return new MockEnvironment()
                .withProperty("server.address", pages)
                .withProperty("management.server.address", management);
    }
}
