package loa.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import loa.feed.Newsroom;
import loa.fetch.FetchSettings;
import loa.language.CannotStart;
import loa.language.Phrase;
import loa.source.SourceSettings;
import loa.store.Correction;
import loa.store.StoreSettings;
import loa.web.ServerSettings;

/**
 * All that feeds.yml says, as the settings of each feature.
 *
 * @param corrections what the operator says of single articles
 * @param zone in which dates are shown and read where nothing else is said
 */
public record Settings(
        Newsroom newsroom,
        List<SourceSettings> sources,
        ServerSettings server,
        StoreSettings store,
        FetchSettings fetch,
        List<Correction> corrections,
        ZoneId zone) {

    /** Where the newsrooms are that this is for. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * Reads the file.
     *
     * @param port the port to listen on instead of the file's
     * @param data the folder that takes the place of {@code data/} in the file
     * @throws ConfigurationException with every problem in it
     * @throws CannotStart if no port has this number
     */
    public static Settings read(Path file, OptionalInt port, Path data) {
        port.ifPresent(Settings::requirePort);
        Problems problems = new Problems();
        Optional<Settings> settings = new FileText(problems)
                .read(file)
                .flatMap(yaml -> new YamlReader(problems).read(yaml))
                .map(mapping ->
                        new SettingsReader(problems, port, data).read(new Section(mapping.at(), mapping, problems)));
        return settings.filter(complete -> problems.found().isEmpty())
                .orElseThrow(() -> new ConfigurationException(file, problems.found()));
    }

    private static void requirePort(int port) {
        if (Kind.PORT.read(Integer.toString(port)).isEmpty()) {
            throw new CannotStart(Phrase.of(
                    "--port %d cannot be used; write a whole number from 1 to 65535",
                    "không dùng được --port %d; hãy viết một số nguyên từ 1 đến 65535", port));
        }
    }
}
