package io.chconnect.client.internal.net;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts that others wrote: a server or proxy may repeat what it was sent, as it is, as part of a URL, or
 * as a literal of SQL. Immutable and thread-safe; its text shows nothing.
 */
public final class SecretScrubber {
    /** Nothing is secret. */
    public static final SecretScrubber NONE = new SecretScrubber(List.of());

    /** Shorter secrets occur within any word by chance, and are taken out where they stand alone. */
    private static final int MIN_LENGTH_WITHIN_WORDS = 4;

    /** No message holds longer texts as a whole, so that their other forms need not be made. */
    private static final int MAX_LENGTH_OF_FORMS = 64 << 10;

    /** Possessive, since the JVM's stack does not hold a choice for each character of a long text. */
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)++)'", Pattern.DOTALL);

    private final List<String> secrets;

    /**
     * Creates a scrubber.
     *
     * @param secrets what must not be shown
     */
    public SecretScrubber(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    /**
     * The scrubber for further secrets.
     *
     * @param more what else must not be shown
     * @return a new scrubber
     */
    public SecretScrubber with(Collection<String> more) {
        List<String> all = new ArrayList<>(secrets);
        all.addAll(more);
        return new SecretScrubber(all);
    }

    /**
     * A text without the secrets.
     *
     * @param text any text
     * @return the text with three stars for each
     */
    public String scrub(String text) {
        String scrubbed = text;
        for (String form : forms()) {
            scrubbed = form.length() >= MIN_LENGTH_WITHIN_WORDS
                    ? scrubbed.replace(form, "***")
                    : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])")
                            .matcher(scrubbed)
                            .replaceAll("***");
        }
        return scrubbed;
    }

    @Override
    public String toString() {
        return "SecretScrubber[" + secrets.size() + "]";
    }

    /** All that a secret can look like, the longest first. */
    private List<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            forms.add(secret);
            if (secret.length() <= MAX_LENGTH_OF_FORMS) {
                add(forms, secret);
                Matcher quoted = QUOTED.matcher(secret);
                while (quoted.find()) {
                    forms.add(quoted.group(1));
                    add(forms, quoted.group(1));
                }
            }
        }
        List<String> longestFirst = new ArrayList<>(forms);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return longestFirst;
    }

    private static void add(Set<String> forms, String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        String literal = secret.replace("'", "\\'");
        forms.add(literal);
        forms.add(literal.replace("\\", "\\\\"));
        forms.add(secret.replace("\\", "\\\\").replace("'", "\\'"));
        forms.add(secret.replace("\\'", "'"));
    }
}
