package ru.mentoring.tenancy;

import java.time.LocalDate;

/** The order on which a right stands. */
public record Ground(String orderNumber, LocalDate orderDate) {}
