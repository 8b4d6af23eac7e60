package loa.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** feeds.yml cannot be used; carries all that is wrong in it. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<Problem> problems;

    ConfigurationException(Path file, List<Problem> problems) {
        super(problems.size() + " problems in " + file);
        this.file = file;
        this.problems = problems.stream().sorted().toList();
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One line for each problem: {@code feeds.yml:LINE:COLUMN: what is wrong; what would be right}. */
    public String lines(Locale language) {
        return problems.stream()
                .map(problem -> file + ":" + problem.line() + ":" + problem.column() + ": "
                        + problem.phrase().in(language))
                .collect(Collectors.joining("\n"));
    }
}
