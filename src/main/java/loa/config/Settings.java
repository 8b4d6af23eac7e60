package loa.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import loa.config.Node.Position;
import loa.feed.Newsroom;
import loa.fetch.FetchSettings;
import loa.source.HtmlSourceSettings;
import loa.store.StoreSettings;
import loa.web.ServerSettings;

/** All that feeds.yml says, as the settings of each feature. */
public record Settings(
        Newsroom newsroom,
        List<HtmlSourceSettings> sources,
        ServerSettings server,
        StoreSettings store,
        FetchSettings fetch) {

    /**
     * Reads the file.
     *
     * @param port the port to listen on instead of the file's
     * @param data the folder that takes the place of {@code data/} in the file
     * @throws ConfigurationException with every problem in it
     */
    public static Settings read(Path file, OptionalInt port, Path data) {
        Problems problems = new Problems();
        Optional<Settings> settings = text(file, problems)
                .flatMap(yaml -> new YamlReader(problems).read(yaml))
                .flatMap(mapping -> new SettingsReader(problems, port, data).read(new Section(mapping, problems)));
        if (settings.isEmpty() || !problems.found().isEmpty()) {
            throw new ConfigurationException(file, problems.found());
        }
        return settings.get();
    }

    private static Optional<String> text(Path file, Problems problems) {
        Position start = new Position(1, 1);
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException notUtf8) {
            problems.add(
                    start,
                    "the file is not UTF-8; save it again with the encoding UTF-8",
                    "tệp không phải UTF-8; hãy lưu lại với bảng mã UTF-8");
        } catch (IOException unreadable) {
            problems.add(
                    start,
                    "there is no such file, or it may not be read; name it with --config",
                    "không có tệp này hoặc không đọc được; hãy chỉ ra bằng --config");
        }
        return Optional.empty();
    }
}
