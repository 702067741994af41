/** What tests share: golden cases, generated files, a real API server. */
@NullMarked
package dev.patterned.operator.testing;

import org.jspecify.annotations.NullMarked;
