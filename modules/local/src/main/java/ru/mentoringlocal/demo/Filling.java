package ru.mentoringlocal.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import ru.mentoringlocal.demo.plan.Extent;

/** Makes the demonstration when the application starts. */
class Filling implements ApplicationRunner {

    private final Demonstration demonstration;
    private final DemoProperties properties;

    Filling(Demonstration demonstration, DemoProperties properties) {
        this.demonstration = demonstration;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        demonstration.found(demonstration.draw(properties.seed(), Extent.of(properties.size())));
    }
}
