package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "178.46.12.201, 178.46.12.0/24",
                "127.0.0.1, 127.0.0.0/24",
                "2a02:6b8:c02:1234:5678:9abc:def0:1, 2a02:6b8:c02:0:0:0:0:0/48",
                "school.example.test, none",
                "none, none"
            })
    void keepsTheNetworkAndNotTheMachine(String address, String network) {
        assertThat(Caller.network(address)).isEqualTo(network);
    }
}
