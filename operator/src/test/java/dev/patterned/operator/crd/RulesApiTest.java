package dev.patterned.operator.crd;

import dev.patterned.operator.testing.ApiServer;

/** The rules on the newest supported server. */
@ApiServer
class RulesApiTest extends RulesOnServer {}
