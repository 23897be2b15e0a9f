package ru.mentoring.tenancy;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The scope of the running piece of work.
 *
 * <p>A scoped value: it cannot be changed half-way, and it cannot leak into the next request of a
 * pooled thread. Each database transaction that begins while it is bound sees that scope's rows and
 * no others; without one it sees no tenant table at all.
 */
public final class CurrentScope {

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private CurrentScope() {}

    /**
     * Returns the scope of the running work.
     *
     * @throws IllegalStateException if the work runs without one, which is a mistake in the calling
     *     code
     */
    public static Scope get() {
        if (!SCOPE.isBound()) {
            throw new IllegalStateException("Work on tenant data needs a scope, and none is bound");
        }
        return SCOPE.get();
    }

    public static boolean isBound() {
        return SCOPE.isBound();
    }

    /** Does the work within the scope. */
    public static void run(Scope scope, Runnable work) {
        ScopedValue.where(SCOPE, scope).run(work);
    }

    /** Does the work within the scope and returns its result. */
    public static <T> T call(Scope scope, Supplier<T> work) {
        return ScopedValue.where(SCOPE, scope).call(work::get);
    }

    /** Does the work within the scope, passing on whatever it throws. */
    public static <T> T callChecked(Scope scope, Callable<T> work) throws Exception {
        return ScopedValue.where(SCOPE, scope).call(work::call);
    }
}
