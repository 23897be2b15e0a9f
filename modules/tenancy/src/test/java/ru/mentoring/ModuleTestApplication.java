package ru.mentoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** What a test of one module starts. */
@Modulithic(sharedModules = "shared")
@SpringBootApplication
class ModuleTestApplication {}
