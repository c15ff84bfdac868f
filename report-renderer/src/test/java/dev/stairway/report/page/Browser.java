package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with a trap for dialogs and for violations of the page's policy. */
final class Browser implements AutoCloseable {

    private static final String TRAP = """
            window.trapped = [];
            for (const name of ['alert', 'confirm', 'prompt']) window[name] = text => window.trapped.push(name + ' ' + text);
            document.addEventListener('securitypolicyviolation', e => window.trapped.push('policy ' + e.violatedDirective + ' ' + e.sample));
            """;

    private static final Pattern URL = Pattern.compile("\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where no Chromium is installed, unless {@code STAIRWAY_REQUIRE_BROWSER=true}. */
    static Browser start(Path profile) {
        Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<Path> chromedriver = find("chromedriver");
        boolean installed = chromium.isPresent() && chromedriver.isPresent();
        if (required()) {
            assertThat(installed)
                    .as("Chromium and chromedriver are on the PATH")
                    .isTrue();
        }
        assumeTrue(installed, "no Chromium with chromedriver on the PATH");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("SE_OFFLINE", "true", "SE_AVOID_STATS", "true"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options(chromium.get(), profile));
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TRAP));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return new Browser(driver);
    }

    private static boolean required() {
        return Boolean.getBoolean("STAIRWAY_REQUIRE_BROWSER")
                || "true".equals(System.getenv("STAIRWAY_REQUIRE_BROWSER"));
    }

    private static Optional<Path> find(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChromeOptions options(Path chromium, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        return options;
    }

    void open(Path page, String hash) {
        // A change of the hash alone would not load the page again.
        driver.get("about:blank");
        // What the browser's own start page did is nobody's trouble.
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri() + hash);
    }

    void javaScript(boolean enabled) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    }

    /** Opens the page in a browser that lacks something; what is set there is gone with the next page. */
    void openWithout(String global, Path page) {
        Map<String, Object> script = driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "delete window." + global));
        open(page, "");
        driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", script);
    }

    void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    /** Value of an expression in the page. */
    @SuppressWarnings("unchecked")
    <T> T value(String expression) {
        return (T) driver.executeScript("return " + expression);
    }

    /** Asks again in the page itself until it holds; a script timeout of WebDriver otherwise. */
    void waitFor(String condition) {
        driver.executeAsyncScript("const done = arguments[0];" + "(function ask() { if (" + condition
                + ") done(true); else setTimeout(ask, 20); })();");
    }

    /** Until what the page put off to after a frame has run. */
    void afterTwoFrames() {
        driver.executeAsyncScript("const done = arguments[0];"
                + "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));");
    }

    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** All that went wrong: dialogs, policy violations, console messages and requests for anything but pages from disk. */
    List<String> trouble() {
        List<String> trapped = value("window.trapped");
        Stream<String> console =
                driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage);
        Stream<String> requests = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .filter(message -> !message.contains("\"type\":\"Document\"") && !message.contains("\"url\":\"data:"))
                .map(Browser::url);
        List<String> entries = value("performance.getEntriesByType('resource').map(e => e.name)");
        return Stream.of(trapped.stream(), console, requests, entries.stream())
                .flatMap(all -> all)
                .toList();
    }

    private static String url(String request) {
        Matcher matcher = URL.matcher(request);
        return matcher.find() ? "request for " + matcher.group(1) : request;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
