package ru.mentoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Lets this module start alone in its tests. */
@Modulithic(sharedModules = "shared")
@SpringBootApplication
class ModuleTestApplication {}
