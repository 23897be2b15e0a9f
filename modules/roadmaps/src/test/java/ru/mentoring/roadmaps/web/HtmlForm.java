package ru.mentoring.roadmaps.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Reads from a page what a browser would send with its longest form. */
final class HtmlForm {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
    private static final Pattern AREA =
            Pattern.compile("<textarea([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT =
            Pattern.compile("<select([^>]*)>(.*?)</select>", Pattern.DOTALL);

    private HtmlForm() {}

    static Map<String, String> fields(String page, Map<String, String> changes) {
        var form = "";
        for (Matcher found = FORM.matcher(page); found.find(); ) {
            boolean ours = found.group(1).contains("name=\"seen\"");
            form = ours && found.group(1).length() > form.length() ? found.group(1) : form;
        }
        var fields = new HashMap<String, String>();
        for (Matcher input = INPUT.matcher(form); input.find(); ) {
            var tag = input.group(1);
            var type = attribute(tag, "type");
            boolean chosen =
                    !type.equals("radio") && !type.equals("checkbox") || tag.contains("checked");
            if (chosen && !attribute(tag, "name").isEmpty()) {
                fields.put(attribute(tag, "name"), attribute(tag, "value"));
            }
        }
        for (Matcher area = AREA.matcher(form); area.find(); ) {
            fields.put(attribute(area.group(1), "name"), HtmlUtils.htmlUnescape(area.group(2)));
        }
        for (Matcher select = SELECT.matcher(form); select.find(); ) {
            var chosen = Pattern.compile("<option([^>]*selected[^>]*)>").matcher(select.group(2));
            fields.put(
                    attribute(select.group(1), "name"),
                    chosen.find() ? attribute(chosen.group(1), "value") : "");
        }
        fields.remove("_csrf");
        fields.remove("_once");
        fields.putAll(changes);
        return fields;
    }

    private static String attribute(String tag, String name) {
        var value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }
}
