package ru.mentoringlocal.start;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.mentoring.shared.Open;

/** Shows the letters that a real mail server would have delivered. */
@Controller
@Open
class CaughtMailController {

    /** A caught letter. */
    public record Letter(String to, String subject, String text) {}

    @GetMapping("/local/mail")
    String letters(Model model) {
        model.addAttribute("letters", caught());
        return "local/mail";
    }

    private static List<Letter> caught() {
        return Arrays.stream(LocalStart.mail().getReceivedMessages())
                .map(CaughtMailController::letter)
                .toList()
                .reversed();
    }

    private static Letter letter(MimeMessage message) {
        try {
            var content = message.getContent();
            return new Letter(
                    Arrays.toString(message.getAllRecipients()),
                    message.getSubject(),
                    content instanceof String text ? text : message.getContentType());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("A caught letter cannot be read", unreadable);
        }
    }
}
