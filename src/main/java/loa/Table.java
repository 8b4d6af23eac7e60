package loa;

import java.io.PrintWriter;
import java.util.List;

/** Rows on the terminal, their columns one below the other. */
final class Table {

    private Table() {}

    static void print(List<String[]> rows, PrintWriter terminal) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "  " : "   ").append(row[i]).append(" ".repeat(widths[i] - row[i].length()));
            }
            terminal.println(line.toString().stripTrailing());
        }
    }
}
