package ru.mentoringlocal.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.MimeMessageHelper;
import ru.mentoringlocal.start.CaughtMailController.Piece;

class CaughtMailTests {

    @Test
    void leadsToWhereALetterLeads() {
        assertThat(
                        CaughtMailController.pieces(
                                "Open http://localhost:8090/d/0199/review?x=1. Then (https://a.test/b)"))
                .containsExactly(
                        new Piece("Open ", false),
                        new Piece("http://localhost:8090/d/0199/review?x=1", true),
                        new Piece(". Then (", false),
                        new Piece("https://a.test/b", true),
                        new Piece(")", false));
    }

    @Test
    void makesNoLinkOfAnythingElse() {
        assertThat(CaughtMailController.pieces("javascript:alert(1) <a href=x>"))
                .containsExactly(new Piece("javascript:alert(1) <a href=x>", false));
        assertThat(CaughtMailController.pieces("")).isEmpty();
    }

    @Test
    void showsTheTextOfALetterThatIsAlsoAPage() throws MessagingException {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setTo(new InternetAddress("curator@romashka.example"));
        helper.setSubject("Пароль");
        helper.setText("Текст", "<p>Страница</p>");
        message.saveChanges();

        var letter = CaughtMailController.letter(message);

        assertThat(letter.to()).isEqualTo("curator@romashka.example");
        assertThat(letter.subject()).isEqualTo("Пароль");
        assertThat(letter.text()).containsExactly(new Piece("Текст", false));
    }
}
