package dev.stairway.engine.mybatis;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.List;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.SimpleBindings;
import org.apache.ibatis.migration.hook.HookContext;
import org.apache.ibatis.migration.hook.MigrationHook;

/** A script engine whose language is SQL that is handed on, with the name of the script in the place of a question mark. */
final class RecitingEngine extends AbstractScriptEngine {

    private final ScriptEngineFactory factory;

    private RecitingEngine(ScriptEngineFactory factory) {
        this.factory = factory;
    }

    @Override
    public Object eval(Reader reader, ScriptContext context) {
        Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
        HookContext hook = (HookContext) bindings.get(MigrationHook.HOOK_CONTEXT);
        String name = hook.getChange() == null ? "none" : hook.getChange().getFilename();
        new BufferedReader(reader).lines().forEach(line -> hook.executeSql(line.replace("?", "'" + name + "'") + "\n"));
        return null;
    }

    @Override
    public Object eval(String script, ScriptContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    /** Found by its name in {@code META-INF/services}. */
    public static final class Factory implements ScriptEngineFactory {

        @Override
        public List<String> getNames() {
            return List.of("recite");
        }

        @Override
        public ScriptEngine getScriptEngine() {
            return new RecitingEngine(this);
        }

        @Override
        public String getEngineName() {
            return "recite";
        }

        @Override
        public String getEngineVersion() {
            return "1";
        }

        @Override
        public List<String> getExtensions() {
            return List.of();
        }

        @Override
        public List<String> getMimeTypes() {
            return List.of();
        }

        @Override
        public String getLanguageName() {
            return "recite";
        }

        @Override
        public String getLanguageVersion() {
            return "1";
        }

        @Override
        public Object getParameter(String key) {
            return null;
        }

        @Override
        public String getMethodCallSyntax(String object, String method, String... arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getOutputStatement(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getProgram(String... statements) {
            throw new UnsupportedOperationException();
        }
    }
}
