package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.monitoring.domain.Figures;
import ru.mentoring.monitoring.rollup.RollUps;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.OracleDb;

@DemoTest
class FiguresOfASchoolTests {

    @Autowired private Demonstration demonstration;
    @Autowired private Figures figures;
    @Autowired private RollUps rollUps;
    @Autowired private SystemScopes scopes;
    @Autowired private OracleDb oracle;

    @Test
    void openToTheRowsBehindThem() {
        var recount = new Recount(figures, rollUps, scopes, oracle);

        for (var region : demonstration.draw()) {
            assertThat(recount.compare(region)).isGreaterThan(20);
        }
    }
}
