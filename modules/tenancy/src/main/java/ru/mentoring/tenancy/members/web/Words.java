package ru.mentoring.tenancy.members.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoring.tenancy.domain.Right;

/** Names of roles and rights in the reader's language. */
@Component("memberWords")
class Words {

    private final MessageSource messages;
    private final PermissionTable table;

    Words(MessageSource messages, PermissionTable table) {
        this.messages = messages;
        this.table = table;
    }

    String role(Role role, Locale locale) {
        return messages.getMessage("tenancy.role." + role, null, locale);
    }

    String object(String object, Locale locale) {
        return messages.getMessage("tenancy.object." + object, null, locale);
    }

    /** The roles that are wanted, to choose from. */
    List<Option> roles(Predicate<Role> wanted, Locale locale) {
        return Arrays.stream(Role.values())
                .filter(wanted)
                .map(role -> new Option(role.name(), role(role, locale)))
                .toList();
    }

    /** The permissions to choose from, called by what they let somebody do. */
    List<Option> permissions(Collection<String> permissions, Locale locale) {
        return permissions.stream()
                .map(permission -> new Option(permission, permission(permission, locale)))
                .sorted((one, other) ->
                        Collator.getInstance(locale).compare(one.text(), other.text()))
                .toList();
    }

    /** Says what a permission lets somebody do, such as «Сотрудники и доступ: вести». */
    String permission(String permission, Locale locale) {
        return table.rights(permission).stream()
                .map(right -> right(right, locale))
                .collect(Collectors.joining("; "));
    }

    private String right(Right right, Locale locale) {
        return messages.getMessage(
                "tenancy.members.right." + right.action(),
                new Object[] {object(right.object(), locale)},
                locale);
    }
}
