package loa.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import loa.language.CannotStart;
import loa.language.Phrase;

/** Keeps a second process off a store. The operating system lets go of it however this process ends. */
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock beside the store's file, making the folder if need be.
     *
     * @throws CannotStart if another process has it, or the folder cannot be written to
     */
    static StoreLock take(Path store) {
        Path lock = store.resolveSibling(store.getFileName() + ".lock").toAbsolutePath();
        Path folder = Objects.requireNonNullElse(lock.getParent(), lock);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new StoreLock(channel);
            }
            channel.close();
        } catch (IOException notWritable) {
            throw new CannotStart(Phrase.of(
                    "cannot write to the data folder %s; give this user the right to, or name another with --data",
                    "không ghi được vào thư mục dữ liệu %s; hãy cấp quyền ghi hoặc chọn thư mục khác bằng --data",
                    folder));
        }
        throw new CannotStart(Phrase.of(
                "another Loa is using %s; stop it first, or name another folder with --data",
                "một tiến trình Loa khác đang dùng %s; hãy dừng nó trước, hoặc chọn thư mục khác bằng --data", store));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ending) {
            // the lock goes with the process
        }
    }
}
