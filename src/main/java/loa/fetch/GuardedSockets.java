package loa.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import loa.fetch.FetchResult.Reason;

/** Sockets that ask the {@link AddressGuard} at the moment of connecting: the address judged is the address used. */
final class GuardedSockets extends SocketFactory {

    private final AddressGuard guard;

    GuardedSockets(AddressGuard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                InetSocketAddress target = (InetSocketAddress) endpoint;
                InetAddress address = target.getAddress();
                if (address == null || !guard.permits(target.getHostString(), address)) {
                    throw new Refusal(Reason.PRIVATE_ADDRESS, target.toString());
                }
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("sockets are made unconnected");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.toString(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket(address.toString(), port);
    }
}
