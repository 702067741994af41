#!/bin/sh
# Does nothing, and takes a second to stop; PID 1 of a container that stands after log adapters. In that second,
# between main's end and their own, they read the last lines.
#   SECONDS_TO_STOP  1 unless tests say otherwise
stop=0 pause=''
trap 'stop=1; [ -z "$pause" ] || kill "$pause" 2>/dev/null' TERM INT
while [ "$stop" = 0 ]; do
  sleep 86400 >/dev/null 2>&1 & pause=$!
  [ "$stop" = 1 ] || wait "$pause" # unlike a sleep in the foreground, it ends at once on a signal
done
sleep "${SECONDS_TO_STOP:-1}"
