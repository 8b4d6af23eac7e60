package loa.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
public record AddressBlock(InetAddress address, int prefix) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** The block that the text names, a single address being a block of one; empty if it names none. */
    public static Optional<AddressBlock> parse(String text) {
        String[] parts = text.split("/", 2);
        if (!LITERAL.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(parts[0]); // a literal: nothing is looked up
            int bits = address.getAddress().length * 8;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressBlock(address, prefix));
        } catch (UnknownHostException | NumberFormatException noBlock) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in this block. */
    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = ours.length * 8 - prefix;
        return ours.length == theirs.length
                && new BigInteger(1, ours).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
