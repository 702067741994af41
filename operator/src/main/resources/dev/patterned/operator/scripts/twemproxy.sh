#!/bin/sh
# Runs twemproxy; PID 1 of its container.
#   CONFIG       its configuration
#   STATUS_PORT  where it gives its statistics, on all addresses; that it accepts there says that it runs
# Exit: 0 after SIGTERM; else what twemproxy said, 1 for a configuration that it does not take. Not `exec`: twemproxy
# has no handler for SIGTERM, and the kernel keeps from PID 1 what it does not handle. Nothing is drained: the
# container is stopped after main.
stop=''; p=''
trap 'stop=1; [ -z "$p" ] || kill -INT "$p" 2>/dev/null' TERM INT
log=/dev/stderr # named, because some builds have a file in /var/log as their default
{ : >>"$log"; } 2>/dev/null || log=/dev/null
[ -e /proc/net/if_inet6 ] && all=:: || all=0.0.0.0 # the first is both families, where the node has two
nutcracker -c "$CONFIG" -o "$log" -a "$all" -s "$STATUS_PORT" -m 16384 -v 4 &
p=$!
[ -z "$stop" ] || kill -INT "$p" 2>/dev/null # it came between the two lines above
while :; do
  wait "$p"; rc=$?
  kill -0 "$p" 2>/dev/null || break # else a signal has ended the wait, not twemproxy
done
[ -n "$stop" ] && exit 0
exit "$rc"
