#!/bin/sh
# Runs Twemproxy; PID 1 of an ambassador of that engine. It has no handler for SIGTERM, and what process 1 has no
# handler for never reaches it: the Pod would take its whole grace period to go. SIGINT ends it at once, with code 1.
#   CONFIG_FILE   what nutcracker reads
#   STATUS_PORT   where it says its statistics, and that it runs
# Exit: 0 on SIGTERM or SIGINT; else nutcracker's own code, 1 for a configuration that it refuses.
child=''; stop=0
trap 'stop=1; [ -z "$child" ] || kill -INT "$child" 2>/dev/null' TERM INT
nutcracker --conf-file="$CONFIG_FILE" --stats-addr=0.0.0.0 --stats-port="$STATUS_PORT" --mbuf-size=16384 --verbose=5 &
child=$!
[ "$stop" = 0 ] || kill -INT "$child" 2>/dev/null # a signal that came before there was a child
while :; do # `wait` also ends on a signal
  wait "$child"; code=$?
  kill -0 "$child" 2>/dev/null || break
done
[ "$stop" = 0 ] || exit 0
exit "$code"
