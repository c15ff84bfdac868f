package dev.stairway.engine.liquibase;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.ProvidedValue;
import liquibase.configuration.core.EnvironmentValueProvider;
import liquibase.configuration.core.SystemPropertyValueProvider;

/**
 * Remembers what the environment and the system properties say about a Liquibase setting. Liquibase asks for several
 * settings per statement and copies all system properties for each: almost half of its time in a small step.
 */
final class RememberedSettings implements ConfigurationValueProvider {

    private final ConfigurationValueProvider asked;
    private final Map<List<String>, Optional<ProvidedValue>> answers = new ConcurrentHashMap<>();

    private RememberedSettings(ConfigurationValueProvider asked) {
        this.asked = asked;
    }

    /** Stands in for both sources; once per JVM. */
    static void install(Scope root) {
        LiquibaseConfiguration configuration = root.getSingleton(LiquibaseConfiguration.class);
        for (ConfigurationValueProvider provider : List.copyOf(configuration.getProviders())) {
            if (provider instanceof SystemPropertyValueProvider || provider instanceof EnvironmentValueProvider) {
                configuration.unregisterProvider(provider);
                configuration.registerProvider(new RememberedSettings(provider));
            }
        }
    }

    /** Asks again from now on: a property may have been set since the last changelog was opened. */
    static void refresh(Scope root) {
        for (ConfigurationValueProvider provider :
                root.getSingleton(LiquibaseConfiguration.class).getProviders()) {
            if (provider instanceof RememberedSettings remembered) {
                remembered.answers.clear();
            }
        }
    }

    @Override
    public int getPrecedence() {
        return asked.getPrecedence();
    }

    @Override
    public ProvidedValue getProvidedValue(String... keyAndAliases) {
        return answers.computeIfAbsent(
                        Arrays.asList(keyAndAliases),
                        keys -> Optional.ofNullable(asked.getProvidedValue(keyAndAliases)))
                .orElse(null);
    }

    @Override
    public void validate(CommandScope commandScope) {
        asked.validate(commandScope);
    }
}
