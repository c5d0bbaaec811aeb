/**
 * Tests of the store, some of them against a second process that is killed.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.store.ChildJvm}, {@link virdi.store.EndlessWriter}: a process of its own, and the program in it that is killed
 *   <li>{@link virdi.store.Snapshots}: snapshots with the parts that the store keeps
 * </ul>
 */
@NullMarked
package virdi.store;

import org.jspecify.annotations.NullMarked;
