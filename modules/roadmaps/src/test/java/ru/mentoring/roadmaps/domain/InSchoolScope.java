package ru.mentoring.roadmaps.domain;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import ru.mentoring.tenancy.CurrentScope;

/** Runs each test as a school's curator, without a database. */
class InSchoolScope implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
        within(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
        within(invocation);
    }

    private static void within(Invocation<Void> invocation) throws Exception {
        CurrentScope.callChecked(
                RoadmapFixture.schoolScope(),
                () -> {
                    try {
                        invocation.proceed();
                    } catch (Exception | Error failure) {
                        throw failure;
                    } catch (Throwable other) {
                        throw new IllegalStateException(other);
                    }
                    return Boolean.TRUE;
                });
    }
}
