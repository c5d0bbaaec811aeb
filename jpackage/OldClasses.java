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
 * old way and takes none of them into an AOT cache. What they do stays the same; the JVM verifies them when they are loaded.
 */
final class OldClasses implements AutoCloseable {
    private static final int RAISED = ClassFile.JAVA_8_VERSION;

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
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
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
