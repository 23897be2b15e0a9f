package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mentoring.participants.Side;

class HeadingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "№ п/п | NUMBER",
                "ФИО наставляемого | NAME",
                "Наставляемый (Ф.И.О.) | NAME",
                "Фамилия, имя, отчество | NAME",
                "Фамилия | SURNAME",
                "Имя | GIVEN_NAME",
                "Отчество (при наличии) | PATRONYMIC",
                "Контактные данные для связи (данные представителя) | CONTACTS",
                "Телефон | PHONE",
                "E-mail | EMAIL",
                "Адрес электронной почты | EMAIL",
                "ФИО родителя (законного представителя) | REPRESENTATIVE",
                "Телефон родителя | REPRESENTATIVE_PHONE",
                "Год рождения наставляемого | BIRTH",
                "Дата рождения | BIRTH",
                "Основной запрос наставляемого | REQUEST",
                "Дата вхождения в программу | ENTERED_ON",
                "Форма наставничества | FORM",
                "Класс | CLASS",
                "Должность | POST",
                "ИНН организации | INN",
                "Начало педагогической работы | TEACHING_SINCE",
                "Категория (ученик, педагог, родитель) | CATEGORY",
                "ФИО наставника | OTHER_SIDE",
                "Место работы/учебы наставника | OTHER_SIDE",
                "Дата завершения программы | OTHER_SIDE",
                "Результаты программы | OTHER_SIDE",
                "Ссылка на кейс/отзыв наставляемого, размещенные на сайте организации | OTHER_SIDE",
                "Отметка о прохождении программы | OTHER_SIDE",
                "Любимый цвет | UNKNOWN"
            })
    void recognisesColumnsOfMentees(String text, Column column) {
        assertThat(Heading.of(text).columnOf(Side.MENTEE)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ФИО наставника | NAME",
                "Контактные данные для связи | CONTACTS",
                "Место работы/учебы наставника | WORKPLACE",
                "Основные компетенции наставника | COMPETENCES",
                "Важные для программы достижения наставника | ACHIEVEMENTS",
                "Интересы наставника | INTERESTS",
                "Желаемый возраст наставляемых | AGES",
                "Ресурс времени на программу наставничества | HOURS",
                "Дата вхождения в программу | ENTERED_ON",
                "ФИО наставляемого (наставляемых) | OTHER_SIDE",
                "Место работы/учебы наставляемого | OTHER_SIDE",
                "Наименование предприятия | WORKPLACE"
            })
    void recognisesColumnsOfMentors(String text, Column column) {
        assertThat(Heading.of(text).columnOf(Side.MENTOR)).isEqualTo(column);
    }
}
