package ru.mentoringlocal.start;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.mentoring.shared.Open;

/** Shows the letters that a real mail server would have delivered. */
@Controller
@Open
class CaughtMailController {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    /** A caught letter. */
    public record Letter(String to, String subject, List<Piece> text) {}

    /** Some text of a letter, or an address in it that leads somewhere. */
    public record Piece(String text, boolean link) {}

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

    static Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    Stream.of(message.getAllRecipients())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")),
                    message.getSubject(),
                    pieces(text(message)));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("A caught letter cannot be read", unreadable);
        }
    }

    /** Keycloak writes its letters twice, as text and as a page; the text is enough. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                var text = text(parts.getBodyPart(index));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/plain") ? part.getContent().toString() : "";
    }

    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            if (links.start() > end) {
                pieces.add(new Piece(text.substring(end, links.start()), false));
            }
            pieces.add(new Piece(links.group(), true));
            end = links.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return List.copyOf(pieces);
    }
}
