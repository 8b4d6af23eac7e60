package loa.store;

import java.nio.file.Files;
import java.util.List;
import loa.language.CannotStart;
import loa.language.Phrase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The operator's word that a held run is right. It is one short transaction beside a server that runs, which SQLite keeps
 * apart from the server's own, and so needs no hold of the store.
 */
public final class Acceptance {

    private Acceptance() {}

    /**
     * The next run of the source is taken as it is. Says whether the source was held.
     *
     * @throws CannotStart if there is no store, or it does not answer
     */
    public static boolean give(StoreSettings settings, String source) {
        return Health.accept(open(settings), source);
    }

    /** The sources that are held. */
    public static List<String> held(StoreSettings settings) {
        return open(settings)
                .withHandle(handle -> handle.createQuery(
                                "SELECT source FROM source_health WHERE state = 'HELD' ORDER BY place")
                        .mapTo(String.class)
                        .list());
    }

    private static Jdbi open(StoreSettings settings) {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + settings.file() + "?busy_timeout=10000");
        try {
            if (Files.isRegularFile(settings.file())) {
                jdbi.useHandle(handle -> handle.execute("SELECT accepted FROM source_health LIMIT 1"));
                return jdbi;
            }
        } catch (JdbiException otherTables) {
            // told below
        }
        throw new CannotStart(Phrase.of(
                "there is no store of this version at %s; start Loa there once",
                "không có kho dữ liệu của phiên bản này tại %s; hãy chạy Loa ở đó một lần", settings.file()));
    }
}
