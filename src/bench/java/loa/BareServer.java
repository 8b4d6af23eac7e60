package loa;

import io.javalin.Javalin;

/** The least that Javalin can be: one answer, and nothing to prepare for it. */
final class BareServer {

    private BareServer() {}

    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/*", context -> context.result("here"));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
