/**
 * Sends the children that differ from what is there, and nothing else.
 *
 * <p>Server-side apply with force under one field manager, guarded so that an object which is not
 * ours is never taken over: a creation carries a resourceVersion that only creates, a change
 * carries the uid that it means.
 */
@NullMarked
package dev.patterned.operator.apply;

import org.jspecify.annotations.NullMarked;
