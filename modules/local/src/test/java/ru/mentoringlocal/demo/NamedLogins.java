package ru.mentoringlocal.demo;

import java.util.Optional;

/** Everybody's subject is their name. */
class NamedLogins implements Logins {

    @Override
    public Optional<Login> named(String name) {
        return Optional.of(new Login(name, name, name + "@lukomorye.example"));
    }
}
