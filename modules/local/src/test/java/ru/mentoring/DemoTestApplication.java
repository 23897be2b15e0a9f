package ru.mentoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** What the tests of the demonstration start. */
@Modulithic(sharedModules = "shared")
@SpringBootApplication
public class DemoTestApplication {}
