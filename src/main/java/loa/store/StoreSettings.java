package loa.store;

import java.nio.file.Path;

/**
 * Where articles are kept.
 *
 * @param file the SQLite file; its folder is made if it is not there
 * @param authority the host name in the identities that are minted
 */
public record StoreSettings(Path file, String authority) {}
