package com.example;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** Prints a secret in many encodings. */
public class Chatty implements CustomTaskChange {

    private String login;

    public void setLogin(String login) {
        this.login = login;
    }

    @Override
    public void execute(Database database) {
        byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(login, StandardCharsets.UTF_8);
        Stream.of(
                        login,
                        url,
                        url.toLowerCase(),
                        URLEncoder.encode(url, StandardCharsets.UTF_8),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getEncoder().encodeToString(("ann:" + login).getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_16LE)),
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        Arrays.toString(bytes),
                        Arrays.toString(login.toCharArray()),
                        login.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining()),
                        login.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()),
                        login.chars().mapToObj(c -> String.format("%%%02X", c)).collect(Collectors.joining()),
                        login.replace("/", "\\/"),
                        new StringBuilder(login).reverse().toString(),
                        login.substring(0, 9) + "\n    " + login.substring(9),
                        login.substring(0, 13) + "...")
                .forEach(text -> {
                    System.out.println("chatty " + text);
                    System.err.println("chatty " + text);
                });
        for (char c : login.toCharArray()) {
            System.out.print(c);
            System.out.flush();
        }
        System.out.println(" was printed one by one");
        new IllegalStateException("trace of " + login).printStackTrace();
        lookAtProcesses();
    }

    private void lookAtProcesses() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return;
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            boolean shown = processes.map(process -> process.resolve("cmdline")).anyMatch(this::tells);
            System.out.println("list of processes shows it: " + shown);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean tells(Path commandLine) {
        try {
            return Files.readString(commandLine, StandardCharsets.ISO_8859_1).contains(login);
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "done with " + login;
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor accessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
