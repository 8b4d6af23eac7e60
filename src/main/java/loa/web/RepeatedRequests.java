package loa.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import loa.web.DirectMemory.Bytes;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Connections that know a request again which is, byte for byte, one that was answered before: as long as that answer is
 * right it is given again, and the request is not even taken apart. All others are read as ever.
 */
final class RepeatedRequests extends HttpConnectionFactory {

    private static final int MOST = 1024; // each has one place only: the newer takes that of the older
    private static final int LONGEST = 2048;

    private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(MOST);
    private volatile Beginnings beginnings = new Beginnings("");

    RepeatedRequests(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new Asker(connector, endPoint), connector, endPoint);
    }

    /** The request is being answered so, and is to be from now on. */
    static void remember(Request request, Answer answer) {
        if (request.getConnectionMetaData().getConnection() instanceof Asker asker && isOrdinary(request)) {
            asker.remember(answer);
        }
    }

    private static boolean isOrdinary(Request request) {
        String connection = request.getHeaders().get(HttpHeader.CONNECTION);
        return HttpMethod.GET.is(request.getMethod())
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && (connection == null || connection.equalsIgnoreCase("keep-alive"));
    }

    private static int place(ByteBuffer request) {
        CRC32C sum = new CRC32C();
        sum.update(request.duplicate());
        return (int) sum.getValue() & (MOST - 1);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    /**
     * How requests are answered.
     *
     * @param isRight whether it still is the answer
     * @param headers its fields, and the empty line after them
     * @param body null for none
     */
    record Answer(
            BooleanSupplier isRight,
            int status,
            ByteBuffer headers,
            @Nullable Bytes body) {

        Answer(BooleanSupplier isRight, int status, HttpFields headers, @Nullable Bytes body) {
            this(isRight, status, encoded(headers), body);
        }

        private static ByteBuffer encoded(HttpFields headers) {
            StringBuilder lines = new StringBuilder();
            for (HttpField field : headers) {
                if (field.getHeader() != HttpHeader.DATE) {
                    lines.append(field.getName())
                            .append(": ")
                            .append(field.getValue())
                            .append("\r\n");
                }
            }
            return bytes(lines.append("\r\n").toString());
        }
    }

    private record Known(ByteBuffer request, Answer answer) {}

    /** The lines with which answers begin in this second. */
    private record Beginnings(String date, ByteBuffer ok, ByteBuffer notModified) {

        Beginnings(String date) {
            this(date, lines(HttpStatus.OK_200, date), lines(HttpStatus.NOT_MODIFIED_304, date));
        }

        private static ByteBuffer lines(int status, String date) {
            return bytes("HTTP/1.1 " + status + " " + HttpStatus.getMessage(status) + "\r\nDate: " + date + "\r\n");
        }

        ByteBuffer of(int status) {
            return (status == HttpStatus.OK_200 ? ok : notModified).duplicate();
        }
    }

    /** A connection, and whoever asks on it. */
    private final class Asker extends HttpConnection {

        private final Callback asking =
                Callback.from(Callback.InvocationType.NON_BLOCKING, this::onFillable, this::onFillInterestedFailed);
        private final Callback sending = Callback.from(Callback.InvocationType.NON_BLOCKING, this::sent, this::failed);
        private @Nullable Bytes sent;
        private byte @Nullable [] unread;
        private long requests;

        Asker(Connector connector, EndPoint endPoint) {
            super(RepeatedRequests.this.getHttpConfiguration(), connector, endPoint);
        }

        @Override
        public void onFillable() {
            unread = null;
            boolean begins = getParser().isStart() && isRequestBufferEmpty();
            if (!begins || getConnector().isShutdown() || !answeredUnread()) {
                super.onFillable();
            }
        }

        private boolean answeredUnread() {
            RetainableByteBuffer input = getConnector().getByteBufferPool().acquire(getInputBufferSize(), true);
            try {
                ByteBuffer request = input.getByteBuffer();
                boolean isThere = getEndPoint().fill(request) > 0;
                boolean isAnswered = isThere && isAnswered(request);
                if (isThere && !isAnswered) {
                    read(request);
                }
                return isAnswered;
            } catch (IOException gone) {
                return false; // so it will be when it is read as ever
            } finally {
                input.release();
            }
        }

        private boolean isAnswered(ByteBuffer request) {
            Known same = known.get(place(request));
            if (same == null || !same.request.equals(request) || !same.answer.isRight.getAsBoolean()) {
                return false;
            }
            Bytes body = same.answer.body;
            if (body != null && !body.take()) {
                return false;
            }
            ByteBuffer headers = same.answer.headers.duplicate();
            ByteBuffer beginning = beginning(same.answer.status);
            sent = body;
            if (body == null) {
                getEndPoint().write(sending, beginning, headers);
            } else {
                getEndPoint().write(sending, body.after(beginning, headers));
            }
            return true;
        }

        private ByteBuffer beginning(int status) {
            String date = getServer().getDateField().getValue();
            Beginnings now = beginnings;
            if (!now.date.equals(date)) {
                now = new Beginnings(date);
                beginnings = now;
            }
            return now.of(status);
        }

        /** Hands on what was read for nothing. */
        private void read(ByteBuffer request) {
            if (request.remaining() <= LONGEST) {
                unread = new byte[request.remaining()];
                request.duplicate().get(unread);
                requests = getMessagesIn();
            }
            onUpgradeTo(request);
        }

        /** Where nothing but the request that is being answered came, what came is that request. */
        private void remember(Answer answer) {
            if (unread != null && isRequestBufferEmpty() && getMessagesIn() == requests + 1) {
                ByteBuffer request = ByteBuffer.wrap(unread);
                known.set(place(request), new Known(request, answer));
            }
        }

        private void sent() {
            release();
            fillInterested(asking);
        }

        private void failed(Throwable gone) {
            release();
            getEndPoint().close(gone);
        }

        private void release() {
            if (sent != null) {
                sent.release();
                sent = null;
            }
        }
    }
}
