import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Raises classes that were compiled for a Java before 6. They have no stack maps, without which the JVM verifies them in an
 * old way and takes none of them into an AOT cache. Their behaviour stays the same; the JVM verifies them when they are loaded.
 *
 * <p>One is left as it is. The JVM compares jars with those of the cache only if, while it made the cache, it read a class
 * from a jar; until Java 25.0.4 it forgets those that the training has read (JDK-8377932). An old class is read once more,
 * if only because the verifier wants to know what it extends. Without it a cache of other jars would be used.
 */
final class OldClasses implements AutoCloseable {
    private static final int RAISED = ClassFile.JAVA_8_VERSION;

    /** Caught in {@code Main}, for which the verifier asks whether it is a Throwable; made only when an option is wrong. */
    private static final String LEFT = "picocli/CommandLine$ParameterException";

    private final URLClassLoader around;
    private final ClassFile writer;

    /** @param jar that the classes are in; stack maps take the names of their supertypes from it */
    OldClasses(Path jar) throws IOException {
        around = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        writer = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(around)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** The class as it is, or raised if it is old. */
    byte[] raise(byte[] bytes) {
        ClassModel old = writer.parse(bytes);
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION
                || old.thisClass().asInternalName().equals(LEFT)) {
            return bytes;
        }
        // Each instruction is written anew, since maps are made only for code that is.
        ClassTransform rewritten =
                ClassTransform.transformingMethodBodies((code, instruction) -> code.with(instruction));
        return writer.transformClass(
                old,
                rewritten.andThen((type, element) ->
                        type.with(element instanceof ClassFileVersion ? ClassFileVersion.of(RAISED, 0) : element)));
    }

    @Override
    public void close() throws IOException {
        around.close();
    }
}
