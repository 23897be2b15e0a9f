/** Makes spreadsheets with registers of invented people, for tests and for the samples. */
@NullMarked
package ru.mentoringtest.registers;

import org.jspecify.annotations.NullMarked;
