package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What a metrics adapter asks. Exactly one. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "[has(self.apache), has(self.nginx), has(self.redis), has(self.statsd)].filter(x, x).size() == 1",
        message =
                "source has exactly one of apache, nginx, redis, statsd: keep one, or split it in two adapters")
public record MetricsSource(
        @JsonPropertyDescription("Apache httpd with mod_status.") @Nullable ApacheSource apache,
        @JsonPropertyDescription("nginx with stub_status.") @Nullable NginxSource nginx,
        @JsonPropertyDescription("Redis, by its INFO command.") @Nullable RedisSource redis,
        @JsonPropertyDescription("StatsD lines that main sends.") @Nullable StatsdSource statsd) {}
