package ru.mentoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Lets this module start with those whose published views it reads. */
@Modulithic(sharedModules = "shared")
@SpringBootApplication
class ModuleTestApplication {}
