package dev.patterned.operator.crd;

import dev.patterned.operator.testing.ApiServer;

/** The rules on the oldest supported server. */
@ApiServer(oldest = true)
class RulesCompatTest extends RulesOnServer {}
